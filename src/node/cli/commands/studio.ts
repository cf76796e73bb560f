import { Command } from 'commander';
import { join, resolve } from 'node:path';
import { remoteProblem } from '../../git/index.ts';
import { isPagesBranch } from '../../publish/index.ts';
import { baseUrlOf } from '../baseUrl.ts';
import { catalogueDir } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';

interface Options {
  port: string;
  data: string;
  host: string;
  oidc?: string;
  baseUrl?: string;
  remote?: string;
  remoteHttp?: boolean;
  pages?: string;
  pagesBranch: string;
  gitCredentials?: string;
}

/** `guicheng studio [DIR]`: serves the studio on loopback; an empty store is seeded from DIR once. */
export function studio(): Command {
  return new Command('studio')
    .description('打开工作台：起草、审核、发布\nserve the studio: draft, review, publish')
    .argument('[DIR]', '首次启动时导入的目录 catalogue to begin with')
    .option('--port <N>', '端口 port', '8080')
    .option('--data <DIR>', '数据文件夹：仓库、账号、网站 folder of repository, accounts and site', 'data')
    .option('--host <ADDRESS>', '监听的地址；只有本机账号时限本机 where to listen', '127.0.0.1')
    .option(
      '--oidc <FILE>',
      '统一身份认证的设置（JSON：publicUrl、issuer、clientId…） settings of an identity provider',
    )
    .option('--remote <URL>', '多台服务器共用的远程仓库（https、ssh、file） repository that servers share')
    .option('--remote-http', '远程仓库在本机时允许 http take plain http to a remote on this machine')
    .option(
      '--base-url <URL>',
      '公开网站的网址，写入二维码、规范链接和站点地图 address of the public site, for its codes and links',
      baseUrlOf,
    )
    .option('--pages <URL>', '公布后另送到网页托管的仓库 repository of a pages host that also gets the site')
    .option('--pages-branch <NAME>', '其中哪个分支 which branch of it', 'pages')
    .option(
      '--git-credentials <FILE>',
      '访问远程仓库的凭据文件（git credential-store 格式） names and passwords for https remotes',
    )
    .action(async (dir: string | undefined, options: Options) => {
      const { port, data, host, oidc, remote: url, pages: pagesUrl, pagesBranch: branch } = options;
      const { remoteHttp: allowHttp = false, gitCredentials, baseUrl } = options;
      const access = {
        allowHttp,
        ...(gitCredentials !== undefined && { credentials: resolve(gitCredentials) }),
      };
      const remote = url === undefined ? undefined : { url, ...access };
      const pages = pagesUrl === undefined ? undefined : { url: pagesUrl, branch, ...access };
      for (const one of [remote, pages]) {
        const problem = one && remoteProblem(one);
        if (problem !== undefined) throw new UsageError(problem.zh, problem.en);
      }
      if (!isPagesBranch(branch))
        throw new UsageError(
          `“${branch}”不能作网页分支的名字：只用字母、数字、点、横线、下划线，不能是 main、studio、draft。`,
          `"${branch}" is no name for the branch of pages: letters, digits, dots, hyphens, underscores; not main, studio or draft.`,
        );
      const number = Number(port);
      if (!Number.isInteger(number) || number < 0 || number > 65_535)
        throw new UsageError(
          `端口“${port}”不对，应是 0 到 65535 的整数。`,
          `Port "${port}" is not a whole number from 0 to 65535.`,
        );
      // The server is half of what the binary loads, and no other command needs it.
      const { startServer, StartProblem } = await import('../../server/index.ts');
      const server = await startServer({
        catalogueDir: catalogueDir(dir),
        dataDir: resolve(data),
        ...(remote && { remote }),
        ...(pages && { pages }),
        ...(baseUrl !== undefined && { baseUrl }),
        port: number,
        host,
        ...(oidc !== undefined && { oidcFile: resolve(oidc) }),
        log: true,
      }).catch((error: unknown) => {
        if (error instanceof StartProblem) throw new UsageError(error.zh, error.en);
        if ((error as { code?: unknown }).code !== 'EADDRINUSE') throw error;
        throw new UsageError(
          `端口 ${number} 已被占用。请用 --port 换一个，如 --port ${number + 1}。`,
          `Port ${number} is in use. Choose another with --port, such as --port ${number + 1}.`,
        );
      });
      if (server.newAccounts.length > 0) {
        process.stdout.write(
          '\n新建的账号（密码只显示这一次，请记下）\nNew accounts (passwords are shown this once; write them down)\n\n',
        );
        for (const { user, password, roles } of server.newAccounts)
          process.stdout.write(`  ${user.padEnd(14)} ${password.padEnd(20)} ${roles.join(', ')}\n`);
      }
      if (server.siteProblem !== undefined)
        process.stderr.write(
          `\n公开网站没有更新：${server.siteProblem.message}\nThe public site was not updated: ${server.siteProblem.messageEn}\n`,
        );
      process.stdout.write(
        `\n工作台 studio   ${server.url}\n公开网站 site   ${server.url}/site/\n数据 data       ${join(resolve(data))}\n按 Ctrl+C 停止 Ctrl+C stops it\n`,
      );
      const stop = () => void server.close().then(() => process.exit(0));
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
}
