export default function Mint() {
  return null;
}
