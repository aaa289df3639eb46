//! Progress bars on standard error. Where that is no terminal nothing is shown.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar over `total` of something that is counted.
pub fn count(what: &'static str, total: u64) -> ProgressBar {
    styled(total, what, "{msg:>8} {bar:30} {human_pos} of {human_len}, {eta} left")
}

/// A bar over `total` bytes; 0: nobody knows how many there will be.
pub fn bytes(what: &'static str, total: u64) -> ProgressBar {
    if total == 0 {
        return styled(0, what, "{msg:>8} {bytes} {elapsed}");
    }
    styled(total, what, "{msg:>8} {bar:30} {bytes} of {total_bytes}, {eta} left")
}

fn styled(total: u64, what: &'static str, template: &str) -> ProgressBar {
    let bar = ProgressBar::new(total).with_message(what);
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
