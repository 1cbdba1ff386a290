/** What a context of the bench can be told to do to the library; `n` names a made article. */
export type Command =
  | { readonly type: 'open' }
  | { readonly type: 'save'; readonly n: number; readonly revision: number; readonly size?: number }
  | { readonly type: 'tag'; readonly n: number; readonly tag: string }
  | { readonly type: 'note'; readonly n: number; readonly text: string }
  | { readonly type: 'remove'; readonly n: number }
  | { readonly type: 'restore'; readonly n: number };
