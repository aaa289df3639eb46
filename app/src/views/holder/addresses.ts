/** The addresses around a share, as the client's instructions ask for them. */
import type { ShareAddresses } from "@scrip/client";
import type { Share } from "../../chain/share.ts";

export function addressesOf({ mint, asset, policy }: Share): ShareAddresses {
  return { mint, asset: asset.address, policy: policy.address, issuer: asset.data.issuer, registry: policy.data.registry };
}
