//! International Securities Identification Numbers (ISO 6166).

/// Whether `isin` is well formed: two letters, nine letters or digits, and the check digit that the
/// Luhn formula demands over the digits, each letter counting as two (A is 10, Z is 35).
pub fn is_valid(isin: &[u8; 12]) -> bool {
    let [country_1, country_2, .., check] = isin;
    let country = country_1.is_ascii_uppercase() && country_2.is_ascii_uppercase();
    if !country || !check.is_ascii_digit() {
        return false;
    }
    let mut sum = 0u32;
    let mut doubled = false;
    for character in isin.iter().rev() {
        let (low, high) = match *character {
            digit @ b'0'..=b'9' => (u32::from(digit.saturating_sub(b'0')), None),
            letter @ b'A'..=b'Z' => {
                let value = u32::from(letter.saturating_sub(b'A')).saturating_add(10);
                (value.checked_rem(10).unwrap_or(0), value.checked_div(10))
            }
            _ => return false,
        };
        for digit in core::iter::once(low).chain(high) {
            sum = sum.saturating_add(if doubled { luhn_double(digit) } else { digit });
            doubled = !doubled;
        }
    }
    sum.is_multiple_of(10)
}

/// Twice a digit, by the sum of the digits of the product.
const fn luhn_double(digit: u32) -> u32 {
    match digit {
        0..=4 => digit.saturating_mul(2),
        _ => digit.saturating_mul(2).saturating_sub(9),
    }
}

#[cfg(test)]
mod tests {
    use super::is_valid;
    use proptest::prelude::*;

    const REAL: [&[u8; 12]; 6] = [
        b"US0378331005",
        b"US67066G1040",
        b"US22788C1053",
        b"US5949181045",
        b"GB0002634946",
        b"CH0012221716",
    ];

    #[test]
    fn real_numbers() {
        for isin in REAL {
            assert!(is_valid(isin), "{}", isin.escape_ascii());
        }
    }

    #[test]
    fn malformed_numbers() {
        for isin in [
            b"US0378331004",
            b"US037833100A",
            b"us0378331005",
            b"1S0378331005",
            b"US03783 1005",
            b"            ",
            &[0; 12],
            b"000000000000",
        ] {
            assert!(!is_valid(isin), "{}", isin.escape_ascii());
        }
    }

    proptest! {
        #[test]
        fn a_single_wrong_digit_is_found(which in 0usize..6, place in 2usize..12, digit in b'0'..=b'9') {
            let mut isin = *REAL.get(which).copied().unwrap_or(&[0; 12]);
            let Some(character) = isin.get_mut(place) else { return Ok(()) };
            prop_assume!(character.is_ascii_digit() && *character != digit);
            *character = digit;
            prop_assert!(!is_valid(&isin));
        }
    }
}
