//! Points in time: `2026-12-01T09:30:00-05:00`, `1796135400`, `+2h30m`.

use jiff::{SignedDuration, Timestamp};

/// A time on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Unix seconds.
    At(i64),
    /// Seconds after the chain's time.
    After(i64),
}

impl Moment {
    /// Unix seconds, if the chain's time is `now`.
    #[must_use]
    pub const fn resolve(self, now: i64) -> i64 {
        match self {
            Self::At(seconds) => seconds,
            Self::After(seconds) => now.saturating_add(seconds),
        }
    }
}

impl std::str::FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(later) = text.strip_prefix('+') {
            return seconds(later).map(Self::After);
        }
        if let Ok(unix) = text.parse() {
            return Ok(Self::At(unix));
        }
        let parsed: Result<Timestamp, _> = text.parse();
        parsed.map(|time| Self::At(time.as_second())).map_err(|error| {
            format!(
                "`{text}` is no time like 2026-12-01T09:30:00-05:00, 1796135400 or +2h: {error}"
            )
        })
    }
}

/// Reads a duration like `5d`, `2h30m` or `90` (seconds).
///
/// # Errors
/// What is wrong with the text.
pub fn seconds(text: &str) -> Result<i64, String> {
    if let Ok(seconds) = text.parse::<u32>() {
        return Ok(seconds.into());
    }
    let days = text.strip_suffix('d').and_then(|days| days.parse::<u32>().ok());
    if let Some(days) = days {
        return Ok(i64::from(days).saturating_mul(86_400));
    }
    let duration: Result<SignedDuration, _> = text.parse();
    duration
        .map(|duration| duration.as_secs())
        .map_err(|error| format!("`{text}` is no duration like 5d, 2h30m or 90 (seconds): {error}"))
}

/// As people read it, in UTC; 0 is no time.
#[must_use]
pub fn shown(unix: i64) -> String {
    match unix {
        0 => "-".to_owned(),
        i64::MAX => "for ever".to_owned(),
        _ => {
            Timestamp::from_second(unix).map_or_else(|_| unix.to_string(), |time| time.to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn times_are_read_in_three_ways() {
        assert_eq!("2026-12-01T09:30:00-05:00".parse(), Ok(Moment::At(1_796_135_400)));
        assert_eq!("1796135400".parse(), Ok(Moment::At(1_796_135_400)));
        assert_eq!("+2h30m".parse(), Ok(Moment::After(9_000)));
        assert_eq!("+5d".parse(), Ok(Moment::After(432_000)));
        assert_eq!(shown(1_796_135_400), "2026-12-01T14:30:00Z");
        "tomorrow".parse::<Moment>().unwrap_err();
    }
}
