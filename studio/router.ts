import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { editorPage, fetchEditor } from './editor/fetchEditor.ts';
import { useSession } from './stores/session.ts';

declare module 'vue-router' {
  interface RouteMeta {
    title: [zh: string, en: string];
    /** Shown to people who are not signed in. */
    open?: boolean;
    /** Fills the window; the page scrolls inside itself. */
    fills?: boolean;
    /** Begins to fetch what the page will ask for; called once it is known where somebody goes. */
    fetchFirst?: (to: RouteLocationNormalized) => void;
  }
}

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    {
      path: '/signin',
      name: 'signin',
      component: () => import('./pages/SignInPage.vue'),
      meta: { title: ['登录', 'Sign in'], open: true },
    },
    {
      path: '/',
      name: 'catalogue',
      component: () => import('./pages/CataloguePage.vue'),
      meta: { title: ['事项目录', 'Catalogue'] },
    },
    {
      path: '/drafts',
      name: 'inbox',
      component: () => import('./pages/InboxPage.vue'),
      meta: { title: ['草稿与审核', 'Drafts and review'] },
    },
    {
      path: '/drafts/:id',
      name: 'editor',
      component: editorPage,
      props: true,
      meta: { title: ['编辑', 'Edit'], fills: true, fetchFirst: fetchEditor },
    },
    {
      path: '/drafts/:id/review',
      name: 'review',
      component: () => import('./pages/ReviewPage.vue'),
      props: true,
      meta: { title: ['审核', 'Review'] },
    },
    {
      path: '/drafts/:id/opinions',
      name: 'opinions',
      component: () => import('./pages/OpinionsPage.vue'),
      props: true,
      meta: { title: ['审核意见书', 'Opinions'] },
    },
    {
      path: '/import',
      name: 'import',
      component: () => import('./pages/ImportPage.vue'),
      meta: { title: ['导入', 'Import'] },
    },
    {
      path: '/report',
      name: 'report',
      component: () => import('./pages/ReportPage.vue'),
      meta: { title: ['监督数据', 'Supervision'] },
    },
    {
      path: '/history',
      name: 'history',
      component: () => import('./pages/HistoryPage.vue'),
      props: ({ query }) => ({ file: String(query.file ?? '') }),
      meta: { title: ['历史', 'History'] },
    },
    {
      path: '/publish',
      name: 'publish',
      component: () => import('./pages/PublishPage.vue'),
      meta: { title: ['发布', 'Publish'] },
    },
    {
      path: '/designer',
      name: 'designer',
      component: () => import('./pages/DesignerPage.vue'),
      meta: { title: ['规则与字段', 'Rules and fields'] },
    },
    {
      path: '/account',
      name: 'account',
      component: () => import('./pages/AccountPage.vue'),
      meta: { title: ['职责与登录', 'Duties and sessions'] },
    },
    {
      path: '/:rest(.*)*',
      name: 'not-found',
      component: () => import('./pages/NotFoundPage.vue'),
      meta: { title: ['没有这个页面', 'No such page'], open: true },
    },
  ],
});

router.beforeEach(async (to) => {
  if (to.meta.open) return true;
  const session = useSession().load();
  to.meta.fetchFirst?.(to);
  const state = await session;
  return state.kind === 'in' || { name: 'signin', query: { to: to.fullPath } };
});
