//! What the chain answers, held against a verdict.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use scrip_client::verdict::{Reason, TokenReason};
use scrip_client::{Transfer, Verdict};
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::transfer::{answer, check_transfer};
use scrip_svm_tests::{Failure, World, addresses, keys};

use super::{ONLY_CHECKED, share};

const MEMO: Pubkey = Pubkey::from_str_const("MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr");

/// Fails unless `check_transfer` and the transfer itself do what the verdict says.
pub fn assert_agrees(world: &mut World, transfer: &Transfer, verdict: &Verdict, case: &str) {
    let checked = world.send(check_transfer(hook_accounts(transfer), transfer.amount));
    let checked = answer(&checked.unwrap_or_else(|failure| panic!("{case}: {failure:?}")));
    assert_eq!(verdict.hook.map_or_else(Refusal::code, |()| 0), checked, "check_transfer, {case}");

    let instruction = transfer.instruction(&share());
    let readable = [share().policy, transfer.from.account, transfer.to.account]
        .iter()
        .all(|address| world.account(address).is_some_and(|it| it.data.len() > 136));
    if readable {
        assert_eq!(instruction, resolved(world, transfer), "the accounts, {case}");
    }
    let before = balances(world, transfer);
    let memo = Instruction { program_id: MEMO, accounts: vec![], data: b"for rent".to_vec() };
    let done = match transfer.memo {
        true => world.send_all(&[memo, instruction]),
        false => world.send(instruction),
    };
    match (done, verdict.reason) {
        (Ok(_), None) => {
            assert_eq!((verdict.allowed, verdict.code), (true, 0));
            let to_oneself = transfer.from.account == transfer.to.account;
            let moved = if to_oneself { 0 } else { transfer.amount };
            let [from, to] = before;
            assert_eq!(balances(world, transfer), [from - moved, to + moved], "{case}");
        }
        (Err(failure), Some(reason)) => {
            assert_eq!((verdict.allowed, verdict.code), (false, reason.code()));
            assert_fails_with(&failure, reason, case);
            assert_eq!(balances(world, transfer), before, "{case}");
        }
        (done, reason) => panic!("the verdict was {reason:?}, the chain's {done:?}: {case}"),
    }
}

/// Fails unless the transfer failed for this reason, and asked the hook only if the reason is the hook's.
fn assert_fails_with(failure: &Failure, reason: Reason, case: &str) {
    let asked = failure.logged(&format!("Program {} invoke", scrip_transfer_hook::ID));
    let by_the_hook = matches!(reason, Reason::Hook(it) if !ONLY_CHECKED.contains(&it));
    assert_eq!(asked, by_the_hook, "{reason:?}, {case}: {:#?}", failure.logs);
    let numbered = match reason {
        Reason::Hook(refusal) => !ONLY_CHECKED.contains(&refusal),
        Reason::Token(reason) => {
            !matches!(reason, TokenReason::SourceAbsent | TokenReason::DestinationAbsent)
        }
    };
    if numbered {
        assert_eq!(failure.code(), Some(reason.code()), "{reason:?}, {case}: {:#?}", failure.logs);
    }
}

/// The eight accounts that the hook gets.
fn hook_accounts(transfer: &Transfer) -> Vec<AccountMeta> {
    let share = share();
    let list = addresses::extra_account_metas(&share.mint);
    let records = [transfer.from.wallet, transfer.to.wallet].map(|wallet| share.record(&wallet));
    let ends = (transfer.from.account, transfer.to.account, transfer.authority);
    [ends.0, share.mint, ends.1, ends.2, list, share.policy, records[0], records[1]]
        .map(|address| AccountMeta::new_readonly(address, false))
        .to_vec()
}

/// The same transfer, as the interface's own resolver puts it together.
fn resolved(world: &World, transfer: &Transfer) -> Instruction {
    let plain = scrip_svm_tests::Transfer {
        source: transfer.from.account,
        mint: share().mint,
        destination: transfer.to.account,
        authority: transfer.authority,
        amount: transfer.amount,
    };
    plain.instruction(world)
}

fn balances(world: &World, transfer: &Transfer) -> [u64; 2] {
    [transfer.from.account, transfer.to.account].map(|address| {
        let data = world.account(&address).map(|account| account.data).unwrap_or_default();
        data.get(64..72).map_or(0, |bytes| u64::from_le_bytes(bytes.try_into().unwrap()))
    })
}

/// Who may be on either side, besides the asset itself.
pub fn wallets() -> [Pubkey; 4] {
    ["alice", "bob", "carol", "dave"].map(keys::wallet)
}
