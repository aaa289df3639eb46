//! A plan that is one of several: what comes of all of them is answered once, by whoever makes them.

use std::sync::atomic::Ordering;

use super::Session;
use super::carry_out::Done;
use crate::plan::Plan;

impl Session {
    /// Carries the plan out, and answers only if it is printed for keys that are elsewhere.
    ///
    /// # Errors
    /// As [`Session::carry_out`].
    pub async fn carry_out_part(&self, plan: Plan) -> anyhow::Result<Done> {
        let sent = !self.options.sign_only && self.options.propose.is_none();
        self.silent.store(sent, Ordering::Relaxed);
        let done = self.carry_out(plan).await;
        self.silent.store(false, Ordering::Relaxed);
        done
    }
}
