/** Whether this build is for a local network, with wallets that the page holds itself. */
declare const __LOCALNET__: boolean;

/** Made of the programs' IDLs by `app/server/notes.ts`. */
declare module "virtual:idl-notes" {
  export const notes: import("../server/notes.ts").Notes;
}
