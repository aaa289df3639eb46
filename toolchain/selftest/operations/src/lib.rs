//! Deterministic computations, run natively and on chain, whose digests must agree.
//!
//! The sBPF compiler of this project may be one that was put together from packages, so its output is
//! compared with the host's. Each operation draws its inputs from a seed and folds every result into a
//! digest; a miscompiled instruction shows as a digest that differs.
//!
//! This crate deliberately divides, casts, indexes and computes with floats: those are what it tests.
#![no_std]

extern crate alloc;

mod calls;
mod collections;
mod digest;
mod finance;
mod floats;
mod hashing;
mod integers;
mod memory;
mod random;
mod sorting;
mod text;
mod u256;
mod wide;

pub use digest::Digest;
pub use random::Random;

/// One computation under comparison.
pub struct Operation {
    /// Name in test output.
    pub name: &'static str,
    /// How often it is repeated for one seed, chosen to stay within the compute budget and heap.
    repeats: u32,
    run: fn(&mut Random, &mut Digest),
}

/// Every operation; a position in this list is the operation's number in an instruction.
pub const OPERATIONS: &[Operation] = &[
    operation("narrow_integers", 40, integers::narrow),
    operation("unsigned_64", 40, integers::unsigned_64),
    operation("signed_64", 40, integers::signed_64),
    operation("guarded_division", 40, integers::guarded_division),
    operation("unsigned_128", 20, wide::unsigned),
    operation("signed_128", 12, wide::signed),
    operation("bits_128", 40, wide::bits),
    operation("u256", 16, u256::arithmetic),
    operation("pro_rata", 50, finance::pro_rata),
    operation("basis_points", 50, finance::basis_points),
    operation("floats", 20, floats::arithmetic),
    operation("float_conversions", 20, floats::conversions),
    operation("memory_blocks", 1, memory::blocks),
    operation("unaligned_access", 40, memory::unaligned),
    operation("sorts", 1, sorting::all),
    operation("ordered_map", 1, collections::ordered_map),
    operation("iterators", 1, collections::iterators),
    operation("formatting", 3, text::formatting),
    operation("parsing", 4, text::parsing),
    operation("sha2", 2, hashing::sha2),
    operation("keccak", 3, hashing::keccak),
    operation("many_arguments", 40, calls::many_arguments),
    operation("recursion", 20, calls::recursion),
    operation("indirect_calls", 40, calls::indirect),
    operation("jump_tables", 60, calls::jump_tables),
];

const fn operation(
    name: &'static str,
    repeats: u32,
    run: fn(&mut Random, &mut Digest),
) -> Operation {
    Operation { name, repeats, run }
}

/// Digest of an operation's results for a seed; `None` when there is no operation of that number.
pub fn digest(number: u8, seed: u64) -> Option<[u8; 32]> {
    let operation = OPERATIONS.get(usize::from(number))?;
    let mut random = Random::new(seed);
    let mut digest = Digest::new();
    for _ in 0..operation.repeats {
        (operation.run)(&mut random, &mut digest);
    }
    Some(digest.finish())
}
