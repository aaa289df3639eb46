/** The content security policy: the page's own files and the configured node, and nothing besides. */
import { expect, test } from "vitest";
import { headerPolicy, securityPolicy, withPolicy } from "../server/policy.ts";

const config = { rpcUrl: "https://node.example:8899/secret-path?key=1" };

test("names the node by its origin alone, and starts from nothing", () => {
  const rules = securityPolicy(config).split("; ");
  expect(rules[0]).toBe("default-src 'none'");
  expect(rules).toContain("connect-src 'self' https://node.example:8899");
  expect(rules).toContain("script-src 'self'");
  expect(securityPolicy(config)).not.toMatch(/unsafe|\*|secret-path/);
});

test("the header forbids frames as well, which the page's head cannot", () => {
  expect(headerPolicy(config)).toBe(`${securityPolicy(config)}; frame-ancestors 'none'`);
  expect(securityPolicy(config)).not.toContain("frame-ancestors");
});

test("stands before everything that it is for", () => {
  const page = withPolicy(`<html><head><script src="a.js"></script></head></html>`, config);
  expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<script"));
  expect(page).toContain(securityPolicy(config));
});
