/** Every route of the contract by module and name; at run time without the schemas, for the compiler with all types. */
declare module 'virtual:routes' {
  type Contracts = typeof import('@hat-nhan/contracts');
  export const api: Pick<
    Contracts,
    | 'accounts'
    | 'drafts'
    | 'home'
    | 'instance'
    | 'invitations'
    | 'notifications'
    | 'organisations'
    | 'people'
    | 'posts'
    | 'search'
    | 'sessions'
    | 'spaces'
    | 'threads'
    | 'topics'
  >;
}
