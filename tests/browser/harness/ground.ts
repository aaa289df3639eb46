/** The ground of tests in which the node fails: a browser, one share, and a proxy between the page and the node. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Share, APPLE, createShare } from "../../harness/share.ts";
import type { Story } from "../../harness/story.ts";
import { openBrowser } from "./browser.ts";
import { type Proxy, openProxy } from "./proxy.ts";

export interface Ground {
  browser: Browser;
  proxy: Proxy;
  share: Share;
}

/** What Chromium itself writes into the console about a node that does not answer. */
export const NOISE = /ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_SOCKET|failed request/;

/** Begins before all tests of the file; what it returns is filled by then. */
export function beginGround(story: Story): Ground {
  const ground = {} as Ground;
  beforeAll(async () => {
    const { validator, market } = story;
    [ground.browser, ground.proxy, ground.share] = await Promise.all([openBrowser(), openProxy(validator.rpcUrl), createShare(market, APPLE)]);
  }, 600_000);
  afterAll(async () => {
    await ground.browser?.close();
    await ground.proxy?.stop();
  });
  return ground;
}
