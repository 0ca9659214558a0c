/** Made by vite/contract-routes.ts; `lib/routes.ts` gives it its types. */
declare module 'virtual:routes' {
  const table: never;
  export default table;
}
