import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { PageHeader } from '../shell/PageHeader.tsx';
import { ToastRegion } from '../shell/ToastRegion.tsx';
import { applyTheme } from '../shell/theme.ts';
import { useTranslate } from '../translation.ts';
import { type ArticleActions, createArticleActions } from './article-actions.ts';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { ListView } from './ListView.tsx';
import { NoSuchPage } from './Notices.tsx';
import { PageModelProvider, usePageModel } from './page-context.ts';
import { createPageModel } from './page-model.ts';
import type { LibraryPageServices } from './page-services.ts';
import { ReaderView } from './ReaderView.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SettingsView } from './SettingsView.tsx';
import { useCommands } from './use-commands.ts';
import '../shell/shell.css';
import './library.css';

/** The library page: a list, an article or the settings, as the hash says. */
export function LibraryPage({ services }: { readonly services: LibraryPageServices }): JSX.Element {
  const t = useTranslate();
  const [model] = useState(() => createPageModel(services));
  const actions = useMemo(() => createArticleActions(model, t), [model, t]);
  useLayoutEffect(() => model.start(), [model]);
  useCommands(model, actions);
  useSignalEffect(() => {
    if (model.preferences.value !== null) applyTheme(document.documentElement, model.preferences.value.theme);
  });
  return (
    <PageModelProvider value={model}>
      <PageHeader current={model.route.value.page}>
        <SearchBox />
      </PageHeader>
      <main tabIndex={-1}>
        <View actions={actions} />
      </main>
      <ToastRegion toasts={model.toasts} />
      <KeyboardHelp />
    </PageModelProvider>
  );
}

function View({ actions }: { readonly actions: ArticleActions }): JSX.Element {
  const route = usePageModel().route.value;
  switch (route.page) {
    case 'list':
      return <ListView actions={actions} />;
    case 'article':
      return <ReaderView key={route.slug} slug={route.slug} actions={actions} />;
    case 'settings':
      return <SettingsView />;
    default:
      return <NoSuchPage />;
  }
}
