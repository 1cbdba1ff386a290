import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { JobsLink } from '../jobs/JobsLink.tsx';
import { LibraryGate } from '../safekeeping/LibraryGate.tsx';
import { PageHeader } from '../shell/PageHeader.tsx';
import { ToastRegion } from '../shell/ToastRegion.tsx';
import { applyTheme } from '../shell/theme.ts';
import { useTranslate } from '../translation.ts';
import { type ArticleActions, createArticleActions } from './article-actions.ts';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { ListView } from './ListView.tsx';
import { laterView } from './later-view.tsx';
import { PageModelProvider, usePageModel } from './page-context.ts';
import { createPageModel } from './page-model.ts';
import type { LibraryPageServices } from './page-services.ts';
import { SearchBox } from './SearchBox.tsx';
import { useCommands } from './use-commands.ts';
import { useLeaveWarning } from './use-leave-warning.ts';
import '../shell/shell.css';
import './library.css';

/** The library page: a list, an article, the settings, the bin or the way in and out, as the hash says. */
export function LibraryPage({ services }: { readonly services: LibraryPageServices }): JSX.Element {
  const t = useTranslate();
  const [model] = useState(() => createPageModel(services));
  const actions = useMemo(() => createArticleActions(model, t), [model, t]);
  useLayoutEffect(() => model.start(), [model]);
  useEffect(LaterReader.fetchAhead, []); // What most visits come to: it is there by the time an article is chosen.
  useCommands(model, actions);
  useLeaveWarning(model.isBusy);
  useSignalEffect(() => {
    if (model.preferences.value !== null) applyTheme(document.documentElement, model.preferences.value.theme);
  });
  return (
    <PageModelProvider value={model}>
      <PageHeader current={model.route.value.page} jobs={<JobsLink />}>
        <SearchBox />
      </PageHeader>
      <main tabIndex={-1}>
        <LibraryGate>
          <View actions={actions} />
        </LibraryGate>
      </main>
      {model.watch.isOpen.value && model.transfer.asking.value !== null && <LaterExportDialog />}
      <ToastRegion toasts={model.toasts} />
      <KeyboardHelp />
    </PageModelProvider>
  );
}

const LaterReader = laterView(async () => (await import('./ReaderView.tsx')).ReaderView);
const LaterSettings = laterView(async () => (await import('./SettingsView.tsx')).SettingsView);
const LaterTransfer = laterView(async () => (await import('../transfer/TransferPage.tsx')).TransferPage);
const LaterBin = laterView(async () => (await import('../bin/BinPage.tsx')).BinPage);
const LaterExportDialog = laterView(async () => (await import('../transfer/ExportDialog.tsx')).ExportDialog);

function View({ actions }: { readonly actions: ArticleActions }): JSX.Element {
  const route = usePageModel().route.value;
  switch (route.page) {
    case 'list':
      return <ListView actions={actions} />;
    case 'article':
      return <LaterReader key={route.slug} slug={route.slug} actions={actions} />;
    case 'settings':
      return <LaterSettings />;
    case 'transfer':
      return <LaterTransfer />;
    case 'bin':
      return <LaterBin />;
  }
}
