//! An import on a terminal: its progress, and how somebody ends it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Sets the flag at the first Ctrl-C, and ends the process at the second. Never returns.
pub async fn stop_when_asked<T>(stopped: &AtomicBool) -> T {
    if tokio::signal::ctrl_c().await.is_ok() {
        stopped.store(true, Ordering::Relaxed);
        eprintln!(
            "waiting for what was sent; press Ctrl-C again to end at once, which loses nothing either"
        );
        if tokio::signal::ctrl_c().await.is_ok() {
            std::process::exit(130);
        }
    }
    std::future::pending().await
}

/// How many wallets are on the register, of all rows.
#[must_use]
pub fn bar(rows: usize) -> ProgressBar {
    let template = "{bar:40} {pos}/{len} wallets, {per_sec}, {eta} left {msg}";
    let style =
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::new(u64::try_from(rows).unwrap_or_default()).with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
