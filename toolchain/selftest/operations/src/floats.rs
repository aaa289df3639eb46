//! IEEE 754 in software. No result here is a NaN, whose bits the standard leaves open.

use crate::{Digest, Random};

/// Sums, products, quotients and comparisons in both widths.
pub fn arithmetic(random: &mut Random, digest: &mut Digest) {
    let (a, b) = pair(random);
    digest.add((a + b).to_bits());
    digest.add((a - b).to_bits());
    digest.add((a * b).to_bits());
    digest.add((b != 0.0).then(|| (a / b).to_bits()));
    digest.add((a < b, a >= b));
    digest.add((a == b, -a > b));
    let (a, b) = (a as f32, b as f32);
    digest.add((a + b).to_bits());
    digest.add((a * 1.5).to_bits());
    digest.add((b != 0.0).then(|| (a / b).to_bits()));
    digest.add((a <= b, a != b));
}

/// Between floats and integers, rounding and saturating.
pub fn conversions(random: &mut Random, digest: &mut Digest) {
    let (a, b) = pair(random);
    digest.add(a as i64);
    digest.add(a as i32);
    digest.add(b as u64);
    digest.add(b as u8);
    digest.add((a as f32).to_bits());
    digest.add(f64::from(b as f32).to_bits());
    digest.add(a as f32 as i32);
    digest.add(b as f32 as u64);
    digest.add((random.word() as f64).to_bits());
    digest.add((random.word() as i64 as f64).to_bits());
    digest.add((random.word() as u32 as f32).to_bits());
}

fn pair(random: &mut Random) -> (f64, f64) {
    (random.word() as i64 as f64 / 1024.0, random.word() as f64 * 0.37)
}
