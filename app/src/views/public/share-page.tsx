import { Page } from "../../shell/page.tsx";

export default function SharePage({ mint }: { readonly mint: string }) {
  return <Page title="SharePage">{mint}</Page>;
}
