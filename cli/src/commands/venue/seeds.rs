//! Seeds of a program's address as they are written on the command line: `text:pool`, `key:<address>`, `u16:3`.

use anchor_lang::prelude::Pubkey;
use anyhow::bail;

/// One seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed(Vec<u8>);

/// Bytes of a seed, at most.
const LONGEST: usize = 32;

/// Reads a seed.
///
/// # Errors
/// What is wrong with it.
pub fn parse(text: &str) -> Result<Seed, String> {
    let unknown = || {
        format!(
            "`{text}` is no seed: write text:pool, hex:00ff, key:ADDRESS, u8:1, u16:1, u32:1 or u64:1"
        )
    };
    let (kind, value) = text.split_once(':').ok_or_else(unknown)?;
    let wrong = |_| format!("`{value}` is no {kind}");
    let bytes = match kind {
        "text" => value.as_bytes().to_vec(),
        "hex" => hexadecimal(value)
            .ok_or_else(|| format!("`{value}` is not an even number of hexadecimal digits"))?,
        "key" => value
            .parse::<Pubkey>()
            .map_err(|_| format!("`{value}` is no address"))?
            .to_bytes()
            .to_vec(),
        "u8" => value.parse::<u8>().map_err(wrong)?.to_le_bytes().to_vec(),
        "u16" => value.parse::<u16>().map_err(wrong)?.to_le_bytes().to_vec(),
        "u32" => value.parse::<u32>().map_err(wrong)?.to_le_bytes().to_vec(),
        "u64" => value.parse::<u64>().map_err(wrong)?.to_le_bytes().to_vec(),
        _ => return Err(unknown()),
    };
    match bytes.len() {
        0..=LONGEST => Ok(Seed(bytes)),
        length => Err(format!("`{text}` has {length} bytes, and a seed has {LONGEST} at most")),
    }
}

fn hexadecimal(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    let byte = |pair: &[u8]| {
        let pair = std::str::from_utf8(pair)
            .ok()
            .filter(|pair| pair.len() == 2 && !pair.starts_with('+'))?;
        u8::from_str_radix(pair, 16).ok()
    };
    pairs.map(byte).collect()
}

/// The seeds with the bump at their end.
///
/// # Errors
/// If they do not make this address.
pub fn with_bump(seeds: &[Seed], venue: &Pubkey, program: &Pubkey) -> anyhow::Result<Vec<Vec<u8>>> {
    let plain: Vec<&[u8]> = seeds.iter().map(|Seed(bytes)| bytes.as_slice()).collect();
    let found = Pubkey::try_find_program_address(&plain, program);
    let derived =
        found.map(|(address, _)| address.to_string()).unwrap_or_else(|| "no address".to_owned());
    let Some((_, bump)) = found.filter(|(address, _)| address == venue) else {
        bail!(
            "the seeds make {derived} for program {program}, not {venue}: name all of them in their order, without the bump"
        );
    };
    Ok(seeds.iter().map(|Seed(bytes)| bytes.clone()).chain([vec![bump]]).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn seeds_are_bytes_of_their_kind() {
        let key = Pubkey::new_from_array([9; 32]);
        for (text, bytes) in [
            ("text:pool", b"pool".to_vec()),
            ("text:", vec![]),
            ("hex:00fF", vec![0, 255]),
            ("u8:7", vec![7]),
            ("u16:258", vec![2, 1]),
            ("u32:1", vec![1, 0, 0, 0]),
            ("u64:1", vec![1, 0, 0, 0, 0, 0, 0, 0]),
            (format!("key:{key}").as_str(), vec![9; 32]),
        ] {
            assert_eq!(parse(text), Ok(Seed(bytes)), "{text}");
        }
        for text in [
            "pool",
            "hex:0",
            "hex:+1",
            "hex:zz",
            "u8:256",
            "u16:-1",
            "key:me",
            "i8:1",
            &format!("text:{}", "x".repeat(33)),
        ] {
            parse(text).unwrap_err();
        }
    }

    #[test]
    fn the_bump_is_found_and_a_wrong_address_is_told() {
        let program = Pubkey::new_from_array([3; 32]);
        let seeds = [parse("text:pool").unwrap(), parse("u16:1").unwrap()];
        let (venue, bump) = Pubkey::find_program_address(&[b"pool", &[1, 0]], &program);
        assert_eq!(
            with_bump(&seeds, &venue, &program).unwrap(),
            [b"pool".to_vec(), vec![1, 0], vec![bump]]
        );
        let error = with_bump(&seeds, &program, &program).unwrap_err().to_string();
        assert!(error.contains(&venue.to_string()), "{error}");
    }
}
