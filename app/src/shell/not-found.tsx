/** An address of the page at which there is nothing. */
import { Link } from "wouter";
import { Page } from "./page.tsx";

export function NotFound() {
  return (
    <Page title="There is nothing here">
      <p>
        The address may be mistyped, or from another console. <Link href="/">All shares</Link>
      </p>
    </Page>
  );
}
