import { Page } from "../../shell/page.tsx";

export default function TransactionPage({ signature }: { readonly signature: string }) {
  return <Page title="TransactionPage">{signature}</Page>;
}
