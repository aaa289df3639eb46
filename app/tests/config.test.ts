/** The page's configuration: what is taken, and what is said of what is not. */
import { expect, test } from "vitest";
import { ConfigError, readConfig } from "../src/config.ts";

const ISSUER = "4Rj7vQrSToJvhx9AHAVzyJb3zAbcz9TV8hBG9it9aoTG";
const GOOD = { name: "Example Issuer", cluster: "devnet", rpcUrl: "https://node.example/key", issuer: ISSUER };
const KEY = { name: "Alice", secretKey: Array.from({ length: 64 }, (_, index) => index) };

test("the least that is needed is enough", () => {
  expect(readConfig(GOOD)).toEqual({ ...GOOD, refreshSeconds: 15 });
});

test("everything that may be said is kept", () => {
  const all = { ...GOOD, cluster: "localnet", refreshSeconds: 2, reader: ISSUER, distributions: "files/of-payouts/", wallets: [KEY] };
  expect(readConfig(all)).toEqual(all);
});

test.each([
  ["name", undefined, "name is missing"],
  ["name", "", 'name is "", and has to be a text'],
  ["cluster", "mainnet-beta", 'cluster is "mainnet-beta", and has to be localnet, devnet, testnet, mainnet'],
  ["rpcUrl", "node.example", 'rpcUrl is "node.example"'],
  ["rpcUrl", "https://", 'rpcUrl is "https://"'],
  ["rpcUrl", "https://user:word@node.example", "without a user's name"],
  ["issuer", "Example", "the address of an issuer's account"],
  ["reader", 7, "reader is 7, and has to be the address of a wallet"],
  ["refreshSeconds", 0.5, "refreshSeconds is 0.5, and has to be seconds, from 1 to 3600"],
  ["refreshSeconds", Number.NaN, "refreshSeconds"],
  ["distributions", "../elsewhere/", "a folder beside the page"],
  ["distributions", "https://elsewhere.example/", "a folder beside the page"],
  ["wallets", [{ ...KEY, secretKey: [1, 2] }], "wallets"],
  ["wallets", [{ ...KEY, secretKey: KEY.secretKey.map(() => 256) }], "wallets"],
])("%s: %j is refused by name", (field, value, text) => {
  const read = () => readConfig({ ...GOOD, [field]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(text);
});

test("keys are never repeated in an error", () => {
  const read = () => readConfig({ ...GOOD, wallets: [{ name: "Alice", secretKey: [123, 45] }] });
  expect(read).toThrow(/^(?!.*123)/);
});

test.each([undefined, null, "text", 4])("%j is no configuration", (found) => {
  expect(() => readConfig(found)).toThrow("config.json is no JSON object");
});
