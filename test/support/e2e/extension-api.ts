/** As much of the extension's own `chrome` object as actions in the silent page use; they run in the browser, not here. */
export interface ExtensionApi {
  readonly action: {
    getBadgeText(tab: { tabId?: number }): Promise<string>;
    getTitle(tab: { tabId?: number }): Promise<string>;
  };
  readonly alarms: {
    create(name: string, alarm: { when: number }): Promise<void>;
    get(name: string): Promise<{ readonly scheduledTime: number } | undefined>;
  };
  readonly permissions: { remove(permissions: { origins: readonly string[] }): Promise<boolean> };
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
  };
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    /** Chromium only. */
    getContexts(filter: { contextTypes: readonly string[] }): Promise<readonly unknown[]>;
  };
  readonly tabs: {
    get(tabId: number): Promise<{ readonly url?: string }>;
    query(filter: object): Promise<readonly { readonly id?: number; readonly url?: string }[]>;
  };
}
