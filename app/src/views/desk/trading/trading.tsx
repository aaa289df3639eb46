export default function Trading() {
  return null;
}
