/** Remembers a choice of appearance on this device for a year. Never anything personal: such values stay on the server. */
export function setCookie(name: string, value: string): void {
  const secure = location.protocol === 'https:';
  const full = secure ? `__Host-${name}` : name;
  document.cookie = `${full}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure ? '; Secure' : ''}`;
}
