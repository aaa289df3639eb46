//! Telling what has not happened, or not telling what has. Both programs tell of events by calling
//! themselves, signed by an address for which nobody else can sign.

use anchor_lang::Event;
use anchor_lang::event::EVENT_IX_TAG_LE;
use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::events::{SharesMinted, TradingResumed};
use scrip_svm_tests::{World, cast, fixtures, hook_program, idl, issuer_program, keys};
use scrip_transfer_hook::events::PolicyResumed;
use solana_instruction_error::InstructionError;
use solana_transaction_error::TransactionError;

use crate::codes::{OTHER_ADDRESS, SEEDS, UNSIGNED};

/// The call by which a program tells of an event.
fn tell(program_id: Pubkey, event: &impl Event, authority: Pubkey, signs: bool) -> Instruction {
    let data = [EVENT_IX_TAG_LE, &event.data()].concat();
    let accounts = vec![AccountMeta::new_readonly(authority, signs)];
    Instruction { program_id, accounts, data }
}

/// Fails unless nobody can tell of this event in the name of the program, whose event authority this is.
fn assert_nobody_tells(program: Pubkey, authority: Pubkey, event: &impl Event) {
    // Control: it is the signature, and nothing else.
    World::without_signatures().run(tell(program, event, authority, true));
    let mut world = World::new();
    world.refuse(tell(program, event, authority, false)).assert_code(UNSIGNED, "unsigned");
    let others = [cast().mallory, cast().company.admin, cast().company.register.authority];
    for other in others {
        world.refuse(tell(program, event, other, true)).assert_code(SEEDS, "another signature");
    }
}

#[test]
fn nobody_tells_of_an_event_in_the_name_of_the_hook() {
    let (policy, mint) = (cast().share.policy, cast().share.mint);
    let event = PolicyResumed { policy, mint, old_reason: 2 };
    assert_nobody_tells(scrip_transfer_hook::ID, hook_program::event_authority(), &event);
}

#[test]
fn nobody_tells_of_an_event_in_the_name_of_the_issuer() {
    let event = TradingResumed { asset: cast().share.asset, actor: cast().mallory };
    assert_nobody_tells(scrip_issuer::ID, issuer_program::event_authority(), &event);
}

#[test]
fn no_instruction_of_the_hook_is_kept_from_telling() {
    // The hook does not look at the two accounts itself; the call that tells of the event fails, and with it
    // the instruction. In the place of the event authority:
    let others = [
        // for whom the program cannot sign; the runtime says so.
        ("event_authority", keys::wallet("nobody"), InstructionError::PrivilegeEscalation),
        // who signs anyway; the program that is called says so.
        ("event_authority", keys::wallet("fee payer"), InstructionError::Custom(SEEDS)),
        // And without the program among its accounts an instruction cannot call it.
        ("program", keys::wallet("nobody"), InstructionError::MissingAccount),
        ("program", scrip_issuer::ID, InstructionError::MissingAccount),
    ];
    let mut instructions = 0;
    for fixture in fixtures::all().filter(|fixture| fixture.program == "scrip_transfer_hook") {
        let names = idl::accounts(fixture.program, fixture.name);
        let place_of = |account: &str| names.iter().position(|name| name == account);
        if place_of("event_authority").is_none() {
            continue;
        }
        instructions += 1;
        let mut world = World::new();
        let whole = (fixture.ready)(&mut world);
        for (account, other, error) in &others {
            let mut instruction = whole.clone();
            instruction.accounts[place_of(account).unwrap()].pubkey = *other;
            let failure = world.send(instruction).unwrap_err();
            let expected = TransactionError::InstructionError(0, error.clone());
            assert_eq!(failure.error, expected, "{} {account}", fixture.name);
        }
    }
    // All but `execute` and `check_transfer`, which tell of nothing.
    assert_eq!(instructions, idl::instructions("scrip_transfer_hook").len() - 2);
}

#[test]
fn no_instruction_of_the_issuer_is_kept_from_telling() {
    // Nor does it tell in another's name: the negatives put every address of the cast in the place of the event
    // authority. Here, that each has one, but those that only the hook tells of, those that only answer, and the pages of
    // bits, whose claims are told of.
    let silent = [
        "update_extra_metas",
        "reserve_status",
        "assert_multiplier",
        "open_claim_page",
        "close_claim_page",
    ];
    for fixture in fixtures::all().filter(|fixture| fixture.program == "scrip_issuer") {
        let names = idl::accounts(fixture.program, fixture.name);
        let tells = names.iter().any(|name| name == "event_authority");
        assert_eq!(tells, !silent.contains(&fixture.name), "{}", fixture.name);
        if !tells {
            continue;
        }
        let mut world = World::new();
        let instruction = (fixture.ready)(&mut world);
        let place = idl::place_of(fixture.program, fixture.name, "event_authority").unwrap();
        for other in [keys::wallet("nobody"), hook_program::event_authority()] {
            let mut instruction = instruction.clone();
            instruction.accounts[place].pubkey = other;
            world.refuse(instruction).assert_code(OTHER_ADDRESS, fixture.name);
        }
        let receipt = world.run(instruction);
        let own = format!("Program {} invoke [2]", scrip_issuer::ID);
        assert!(receipt.logs.contains(&own), "{} tells of nothing", fixture.name);
    }
}

#[test]
fn nobody_tells_of_shares_that_were_not_minted() {
    let event = SharesMinted {
        asset: cast().share.asset,
        recipient: cast().mallory,
        actor: cast().company.admin,
        checker: cast().company.admin,
        amount: u64::MAX,
        old_supply: 0,
        new_supply: u64::MAX,
        multiplier: 1,
        reference: [0; 32],
    };
    assert_nobody_tells(scrip_issuer::ID, issuer_program::event_authority(), &event);
}
