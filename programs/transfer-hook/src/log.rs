//! Logging what has failed, in the words that Anchor's own clients look for.

use anchor_lang::error::{ComparedValues, ErrorOrigin};
use anchor_lang::prelude::*;
use anchor_lang::solana_program::log::sol_log;

use crate::error::HookError;

/// Logs an error of this program, of Anchor, or of the runtime.
#[cold]
pub fn error(error: &Error) {
    match error {
        Error::AnchorError(error) => {
            let number = error.error_code_number;
            line(&error.error_origin, &error.error_name, number, &error.error_msg);
            compared(&error.compared_values);
        }
        Error::ProgramError(error) => {
            if let ProgramError::Custom(number) = error.program_error
                && let Some((name, sentence)) = HookError::describe(number)
            {
                line(&error.error_origin, name, number, sentence);
            }
            compared(&error.compared_values);
        }
    }
}

fn line(origin: &Option<ErrorOrigin>, name: &str, number: u32, sentence: &str) {
    let (begin, account) = match origin {
        Some(ErrorOrigin::AccountName(account)) => {
            ("AnchorError caused by account: ", &account[..])
        }
        _ => ("AnchorError occurred", ""),
    };
    let mut digits = itoa::Buffer::new();
    let number = digits.format(number);
    let parts = [
        begin,
        account,
        ". Error Code: ",
        name,
        ". Error Number: ",
        number,
        ". Error Message: ",
        sentence,
        ".",
    ];
    sol_log(&parts.concat());
}

fn compared(values: &Option<ComparedValues>) {
    if let Some(ComparedValues::Pubkeys((left, right))) = values {
        sol_log("Left:");
        left.log();
        sol_log("Right:");
        right.log();
    }
}
