//! Whether whoever acts may do it: said in words before the program says it in numbers.

use anchor_lang::prelude::Pubkey;
use anyhow::{Context as _, bail};
use scrip_client::ShareAddresses;
use scrip_client::addresses;
use scrip_client::rpc::fetch::find;
use scrip_issuer::state::{Custodian, Role};

use super::Session;
use crate::values::permission;

impl Session {
    /// The address of whoever acts, who has this permission with the share's issuer.
    ///
    /// # Errors
    /// If there is no role, or it does not include the permission.
    pub async fn staff(&self, share: &ShareAddresses, needed: u32) -> anyhow::Result<Pubkey> {
        let member = self.actor()?.address();
        let name = permission::STAFF.shown(needed);
        let grant = |bits: u32| {
            let names = permission::STAFF.shown(bits);
            format!("`scrip role grant {member} --permissions {names}`")
        };
        let role = find::<Role>(&self.rpc, &share.role(&member)).await?;
        let role = role.with_context(|| {
            format!(
                "{member} has no role with issuer {}: the admin runs {}",
                share.issuer,
                grant(needed)
            )
        })?;
        if role.permissions & needed == 0 {
            bail!(
                "{member} may {}, and this needs the permission `{name}`: the admin runs `scrip role revoke {member}`, \
                 then {}",
                permission::STAFF.shown(role.permissions),
                grant(role.permissions | needed)
            );
        }
        Ok(member)
    }

    /// The address of whoever acts, who is a custodian of the share's issuer.
    ///
    /// # Errors
    /// If it is not.
    pub async fn custodian(&self, share: &ShareAddresses) -> anyhow::Result<Pubkey> {
        let key = self.actor()?.address();
        let account = addresses::custodian(&share.issuer, &key);
        find::<Custodian>(&self.rpc, &account).await?.with_context(|| {
            format!(
                "{key} is no custodian of issuer {}: the admin names it in [reserves] of a share's file, and runs \
                 `scrip asset create` again",
                share.issuer
            )
        })?;
        Ok(key)
    }
}
