//! Logging what has failed, in the words that Anchor's own clients look for.

use anchor_lang::error::{ComparedValues, ErrorOrigin};
use anchor_lang::prelude::*;
use anchor_lang::solana_program::log::sol_log;

use crate::error::HookError;

/// Logs why a transfer is refused: the sentence alone, as a transfer pays for every byte.
#[cold]
#[inline(never)]
pub fn refusal(code: u64) {
    let code = u32::try_from(code).ok();
    if let Some((_, sentence)) = code.and_then(HookError::describe) {
        sol_log(sentence);
    }
}

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
    let digits = digits(number);
    let number = str::from_utf8(&digits).unwrap_or_default();
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

/// The four decimal digits of an error's number; no number that is logged has more.
fn digits(number: u32) -> [u8; 4] {
    [1_000, 100, 10, 1].map(|unit| (number.checked_div(unit).unwrap_or_default() % 10) as u8 + b'0')
}

fn compared(values: &Option<ComparedValues>) {
    if let Some(ComparedValues::Pubkeys((left, right))) = values {
        sol_log("Left:");
        left.log();
        sol_log("Right:");
        right.log();
    }
}
