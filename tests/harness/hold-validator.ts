/** Starts a validator, reports its ports as JSON and waits to be killed: the parent in a test of the harness. */
import { startValidator } from "./validator.ts";

const { rpcUrl, wsUrl } = await startValidator();
console.log(JSON.stringify([rpcUrl, wsUrl].map((url) => Number(new URL(url).port))));
setInterval(() => undefined, 60_000);
