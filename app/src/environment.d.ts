/** Whether this build is for a local network, with wallets that the page holds itself. */
declare const __LOCALNET__: boolean;
