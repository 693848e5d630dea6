export function mountPanel() {
  return {};
}
