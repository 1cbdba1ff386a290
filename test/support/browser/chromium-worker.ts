import type { Browser, CDPSession, Page, Protocol } from 'puppeteer-core';
import type { LoggedError } from './error-log.ts';

/**
 * The extension's service worker, followed over its lives. A worker that any debugger session is still attached to can
 * stop, but its next start waits for that debugger; Puppeteer's `target.worker()` leaves such a session behind when a
 * page of the extension is open. So the one session there is comes from here, and is let go when the worker is stopped.
 */
export interface WorkerFollower {
  /** The session of the running worker; waits for the next start when there is none. */
  session(): Promise<CDPSession>;
  /**
   * Stops the worker where one runs, by a page of its extension. Closing the worker's target would do it too, but not
   * always while the popup waits for an answer: then it lives on until it has been idle for half a minute.
   */
  stop(backstage: Page): Promise<void>;
}

interface Attached {
  readonly targetId: string;
  readonly session: CDPSession;
}

function reportErrors(session: CDPSession, where: string, report: (error: LoggedError) => void): void {
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }: Protocol.Runtime.ExceptionThrownEvent) => {
    const { text, exception } = exceptionDetails;
    report({ where, text: exception?.description ?? text });
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }: Protocol.Runtime.ConsoleAPICalledEvent) => {
    if (type !== 'error') return;
    report({ where, text: args.map(({ value, description }) => String(value ?? description)).join(' ') });
  });
}

async function attach(browser: CDPSession, targetId: string): Promise<Attached> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const session = browser.connection()?.session(sessionId);
  if (!session) throw new Error('The service worker went away while it was being watched');
  return { targetId, session };
}

/** Follows the worker of the extension at `origin`; `onStart` is awaited for each life before it counts as running. */
export async function followWorker(
  browser: Browser,
  origin: string,
  report: (error: LoggedError) => void,
  onStart: (session: CDPSession) => Promise<void>,
): Promise<WorkerFollower> {
  const root = await browser.target().createCDPSession();
  let current: Promise<Attached> | undefined;
  let waiting: (() => void)[] = [];

  root.on('Target.targetCreated', ({ targetInfo: { type, url, targetId } }: Protocol.Target.TargetCreatedEvent) => {
    if (type !== 'service_worker' || !url.startsWith(origin)) return;
    current = attach(root, targetId).then(async (attached) => {
      reportErrors(attached.session, url, report);
      await attached.session.send('Runtime.enable');
      await onStart(attached.session);
      return attached;
    });
    current.catch(() => {
      // It stopped at once; the next start is another target.
    });
    for (const go of waiting) go();
    waiting = [];
  });
  await root.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'service_worker' }] });

  return {
    async session() {
      if (current === undefined) await new Promise<void>((resolve) => waiting.push(resolve));
      const attached = await current;
      if (attached === undefined) throw new Error('The service worker stopped again');
      return attached.session;
    },
    async stop(backstage) {
      const attached = await current;
      if (attached === undefined) return;
      current = undefined;
      const { targetId, session } = attached;
      const gone = new Promise<void>((resolve) => {
        root.on('Target.targetDestroyed', function hear(event) {
          if (event.targetId !== targetId) return;
          root.off('Target.targetDestroyed', hear);
          resolve();
        });
      });
      await root.send('Target.detachFromTarget', { sessionId: session.id() });
      const stopper = await backstage.createCDPSession();
      await stopper.send('ServiceWorker.enable');
      await stopper.send('ServiceWorker.stopAllWorkers');
      await gone;
      await stopper.detach();
    },
  };
}
