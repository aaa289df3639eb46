/** What is shown where the page has no usable configuration. */
import { Notice } from "./ui/controls.tsx";

export function NotConfigured({ error }: { readonly error: unknown }) {
  return (
    <main style={{ maxWidth: "60ch", margin: "10vh auto", padding: "0 16px" }}>
      <h1>This console is not set up</h1>
      <Notice tone="bad" live>
        {error instanceof Error ? error.message : String(error)}
      </Notice>
    </main>
  );
}
