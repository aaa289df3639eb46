import { Page } from "../../shell/page.tsx";

export default function AccountPage({ address }: { readonly address: string }) {
  return <Page title="AccountPage">{address}</Page>;
}
