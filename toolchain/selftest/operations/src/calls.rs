//! Calls of every kind: more arguments than registers, recursion, pointers, trait objects, jump tables.

use alloc::boxed::Box;
use core::hint::black_box;

use crate::{Digest, Random};

/// Twelve arguments of mixed kinds and a struct returned through memory.
pub fn many_arguments(random: &mut Random, digest: &mut Digest) {
    let words: [u64; 9] = core::array::from_fn(|_| random.word());
    let wide = random.wide();
    let mut state = [1, 2, 3];
    let [a, b, c, d, e, f, g, h, i] = words;
    let name = ["one", "three", ""][random.below(3) as usize];
    digest.add(mix(a, b, c as u8, d, e as i32, f, g, h as u16, i, &mut state, name, wide));
    digest.add(&state.map(|word| word as u8)[..]);
    let Split { low, high, sum } = split(a, wide, f);
    digest.add((low, high));
    digest.add(sum);
}

#[inline(never)]
#[allow(clippy::too_many_arguments)]
fn mix(
    a: u64,
    b: u64,
    c: u8,
    d: u64,
    e: i32,
    f: u64,
    g: u64,
    h: u16,
    i: u64,
    state: &mut [u64; 3],
    name: &str,
    wide: u128,
) -> u64 {
    state[0] = state[0].wrapping_add(a ^ i).rotate_left(u32::from(c) % 64);
    state[1] ^= b.wrapping_mul(d).wrapping_sub(u64::from(h));
    state[2] = (wide >> 32) as u64 ^ g;
    let signed = i64::from(e).wrapping_mul(f as i64);
    state.iter().fold(signed as u64, |sum, word| sum.wrapping_mul(31) ^ word) ^ name.len() as u64
}

struct Split {
    low: u64,
    high: u64,
    sum: u128,
}

#[inline(never)]
fn split(a: u64, wide: u128, b: u64) -> Split {
    Split {
        low: (wide as u64).wrapping_add(a),
        high: ((wide >> 64) as u64).wrapping_sub(b),
        sum: wide.wrapping_add(u128::from(a) * u128::from(b)),
    }
}

/// Frames nested up to twelve deep, each with live values across the call.
pub fn recursion(random: &mut Random, digest: &mut Digest) {
    let depth = random.below(12) as u32;
    let words: [u64; 6] = core::array::from_fn(|_| random.word());
    let (low, high) = nested(depth, words);
    digest.add((low, high));
}

#[inline(never)]
fn nested(depth: u32, words: [u64; 6]) -> (u64, u64) {
    let [a, b, c, d, e, f] = words;
    if depth == 0 {
        return (a ^ c ^ e, b.wrapping_add(d).wrapping_add(f));
    }
    let turned = [b, c, d, e, f, a.rotate_left(depth)];
    let (low, high) = nested(depth - 1, black_box(turned));
    (low.wrapping_mul(3).wrapping_add(a), high ^ b.wrapping_sub(low))
}

trait Measure {
    fn measure(&self, scale: u64) -> u128;
    fn name(&self) -> &'static str {
        "unnamed"
    }
}

struct Flat(u64);
struct Stepped(u64, u32);
struct Nested(Box<dyn Measure>);

impl Measure for Flat {
    fn measure(&self, scale: u64) -> u128 {
        u128::from(self.0) * u128::from(scale)
    }
}

impl Measure for Stepped {
    fn measure(&self, scale: u64) -> u128 {
        u128::from(self.0.wrapping_shl(self.1) ^ scale)
    }
    fn name(&self) -> &'static str {
        "stepped"
    }
}

impl Measure for Nested {
    fn measure(&self, scale: u64) -> u128 {
        self.0.measure(scale).rotate_left(9)
    }
    fn name(&self) -> &'static str {
        self.0.name()
    }
}

const FUNCTIONS: [fn(u64, u64) -> u64; 4] =
    [u64::wrapping_add, u64::wrapping_mul, |a, b| a ^ b.rotate_left(7), |a, b| a.max(b) - a.min(b)];

/// Through a table of function pointers and through trait objects, some of them nested.
pub fn indirect(random: &mut Random, digest: &mut Digest) {
    let function = black_box(FUNCTIONS[random.below(4) as usize]);
    digest.add(function(random.word(), random.word()));
    let shape: Box<dyn Measure> = match random.below(4) {
        0 => Box::new(Flat(random.word())),
        1 => Box::new(Stepped(random.word(), random.bits() as u32)),
        2 => Box::new(Nested(Box::new(Flat(random.word())))),
        _ => Box::new(Nested(Box::new(Stepped(random.word(), 3)))),
    };
    let shape = black_box(shape);
    digest.add(shape.measure(random.word()));
    digest.add(shape.name());
}

/// A dense match, which compiles to a table of addresses.
pub fn jump_tables(random: &mut Random, digest: &mut Digest) {
    let (choice, x, y) = (random.below(12), random.word(), random.word());
    digest.add(select(choice, x, y));
}

#[inline(never)]
fn select(choice: u64, x: u64, y: u64) -> u64 {
    match choice {
        0 => x.wrapping_add(y),
        1 => x.wrapping_sub(y),
        2 => x.wrapping_mul(y),
        3 => x.checked_div(y).unwrap_or(7),
        4 => x.checked_rem(y).unwrap_or(11),
        5 => x & y,
        6 => x | y,
        7 => x ^ y,
        8 => x.wrapping_shl(y as u32),
        9 => x.wrapping_shr(y as u32),
        10 => y.checked_next_power_of_two().unwrap_or(5),
        _ => x.rotate_left(y as u32 % 64),
    }
}
