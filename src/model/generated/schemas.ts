// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * 标识：小写字母、数字与连字符，1 至 64 个字符，定后不改。
 */
export type Id = string;
/**
 * 理由：为什么没有，写给申请人看。
 */
export type Reason = string;
/**
 * 日期：年-月-日，如 2026-01-01。
 */
export type IsoDate = string;
/**
 * 行政区划代码：GB/T 2260 六位代码；000000 为国家。
 */
export type Division = string;
/**
 * 层级
 */
export type Level = 'nation' | 'province' | 'city' | 'county' | 'town' | 'village';
/**
 * 网址：以 https:// 或 http:// 开头。
 */
export type Url = string;
/**
 * 电话：带区号，如 0831-0000000，或 12345 一类短号。
 */
export type Phone = string;
/**
 * 附件：forms/ 下的文件。
 */
export type FilePath = string;
/**
 * 依据：这一内容所依据的条文。
 *
 * @minItems 1
 */
export type Citations = Citation[];
/**
 * 金额：以分为单位的整数：12000 是 120 元。
 */
export type Fen = number;
/**
 * 比较的值
 */
export type Operand =
  | number
  | {
      /**
       * 数
       */
      value?: number;
      /**
       * 单位
       */
      unit?: 'working-days' | 'calendar-days';
      /**
       * 字段
       */
      field?: string;
      /**
       * 事项的字段
       */
      itemField?: string;
    };
/**
 * 颜色：# 加六位十六进制数，如 #0b4478。
 */
export type Colour = string;

/**
 * 引用：所引法规及其条、款、项。
 */
export interface Citation {
  law: Id;
  /**
   * 条
   */
  article?: number;
  /**
   * 款
   */
  paragraph?: number;
  /**
   * 项
   */
  item?: number;
}
/**
 * 期限
 */
export interface Days {
  /**
   * 数
   */
  value: number;
  /**
   * 单位：法律说的“日”，在行政许可中是工作日（《行政许可法》第八十二条）。
   */
  unit: 'working-days' | 'calendar-days';
}
/**
 * 时限
 */
export interface Limit {
  /**
   * 数
   */
  value: number;
  /**
   * 单位
   */
  unit: 'working-days' | 'calendar-days';
  basis?: Citations;
  /**
   * 说明
   */
  note?: string;
}
/**
 * 机关：写明职能部门，或指明机关。
 */
export interface Body {
  /**
   * 职能部门：按职能指明，由各地的对应机关承担。
   */
  department?: string;
  agency?: Id;
  /**
   * 表述：如“县级以上地方人民政府市场监督管理部门”。
   */
  text?: string;
}
/**
 * 适用情形：只在所列问题的回答相符时适用；各问题之间为“且”。variant 指业务办理项。
 */
export interface When {
  [k: string]:
    | string[]
    | {
        min?: number;
        above?: number;
        max?: number;
        below?: number;
      };
}
/**
 * 来源
 */
export interface Source {
  /**
   * 出处
   */
  text: string;
  /**
   * 可信度
   */
  confidence: 'high' | 'medium' | 'low';
  checked?: IsoDate;
}
/**
 * 条件：字段和比较；写了几种的，都要符合。字段没有填写的，除 present 外不作判断。
 */
export interface Condition {
  /**
   * 字段：从所看的元素起的字段，如 name、limits.promised；一列文字里有一个符合就算符合。
   */
  field?: string;
  /**
   * 事项的字段：从事项的根起的字段，如 basics.type。
   */
  itemField?: string;
  /**
   * 已填写
   */
  present?: boolean;
  /**
   * 等于：文字要加引号，如 "01"。
   */
  equals?: string | number | boolean;
  /**
   * 是其中之一
   *
   * @minItems 1
   * @maxItems 100
   */
  in?: (string | number)[];
  /**
   * 含有其中一个词
   *
   * @minItems 1
   * @maxItems 100
   */
  contains?: string[];
  /**
   * 符合模式：正则表达式中不回溯的部分：字、[…]、\d、( | )、* + ? {m,n}、^ $。
   */
  matches?: string;
  atMost?: Operand;
  atLeast?: Operand;
  /**
   * 都符合
   *
   * @minItems 1
   * @maxItems 16
   */
  all?: Condition[];
  /**
   * 有一个符合
   *
   * @minItems 1
   * @maxItems 16
   */
  any?: Condition[];
  not?: Condition;
  /**
   * 有这样的元素：列表里有一个元素符合；each 如 materials.list.*。
   */
  some?: {
    /**
     * 哪些元素
     */
    each: string;
    meets: Condition;
  };
}
/**
 * 代码
 */
export interface Code {
  /**
   * 代码
   */
  id: string;
  /**
   * 中文
   */
  zh: string;
  /**
   * 英文
   */
  en?: string;
  retired?: Reason;
}
/**
 * 配色：不写的用自带的颜色；文字与底色的对比度不低于 7:1。
 */
export interface Palette {
  brand?: Colour;
  link?: Colour;
  ink?: Colour;
  soft?: Colour;
  paper?: Colour;
  tint?: Colour;
}
/**
 * 事项操作规程：一个行政许可事项的操作规程。十五个要素必填：填写内容，或写明“无”及理由。
 */
export interface ItemFile {
  id: Id;
  /**
   * 样例（非办事依据）
   */
  sample?: boolean;
  /**
   * 基本信息
   */
  basics: {
    /**
     * 事项名称：与上级目录一致，不得自行更改。
     */
    name: string;
    /**
     * 俗称：群众平时的叫法。
     */
    everydayName?: string;
    /**
     * 别名：用于搜索。
     */
    synonyms?: string[];
    /**
     * 一句话说明：谁、做什么、要办这个。
     */
    summary?: string;
    /**
     * 基本编码：12 位：省 2、类型 2、部门 2、主项 3、子项 3。
     */
    basicCode: string;
    /**
     * 地方编码
     */
    localCode?: string;
    parent?: Id;
    /**
     * 事项形态
     */
    kind?: 'item' | 'container';
    /**
     * 事项类型
     */
    type: string;
    /**
     * 规范对象：许可所规范的活动，用于发现一事多管。
     */
    subject?: string;
    /**
     * 许可类别
     */
    category?: 'general' | 'resource' | 'qualification' | 'verification' | 'registration';
    /**
     * 审批层级
     *
     * @minItems 1
     */
    approvalLevels: Level[];
    /**
     * 行使层级
     *
     * @minItems 1
     */
    exerciseLevels: Level[];
    /**
     * 权力来源
     */
    powerSource?: string;
    /**
     * 实施主体性质
     */
    bodyKind?: 'statutory' | 'authorised' | 'entrusted';
    /**
     * 委托机关
     */
    entrustingBody?: string;
    /**
     * 初审
     */
    firstReview?: {
      level: Level;
      limit?: Limit;
      /**
       * 说明
       */
      text?: string;
    };
    /**
     * 服务对象
     *
     * @minItems 1
     */
    served: string[];
    /**
     * 办件类型
     */
    handling: 'instant' | 'promised';
    /**
     * 状态
     */
    state?: 'in-force' | 'suspended' | 'cancelled';
    /**
     * 清理结论
     */
    cleanUp?: {
      /**
       * 结论
       */
      decision: 'retain' | 'provisional' | 'pending' | 'delegate' | 'merge' | 'cancel';
      /**
       * 理由
       */
      reason?: string;
      /**
       * 文件
       */
      document?: string;
      date?: IsoDate;
      until?: IsoDate;
    };
    /**
     * 版本
     */
    version?: string;
  };
  /**
   * 施行日期
   */
  inForce?: {
    from: IsoDate;
    to?: IsoDate;
  };
  /**
   * 法律依据：设定和实施本许可的法律条文。
   *
   * @minItems 1
   */
  legalBasis: {
    id: Id;
    law: Id;
    /**
     * 条
     */
    article?: number;
    /**
     * 款
     */
    paragraph?: number;
    /**
     * 项
     */
    item?: number;
    /**
     * 作用
     */
    role: 'establishes' | 'implements' | 'supervises';
    /**
     * 规定了
     */
    covers?: ('authority' | 'conditions' | 'procedure' | 'limit' | 'materials' | 'fees')[];
    /**
     * 原文
     */
    quotation?: string;
  }[];
  /**
   * 实施机关
   */
  authority: {
    accepts: Body;
    decides: Body;
    /**
     * 联合机关
     */
    joint?: {
      id: Id;
      /**
       * 职能部门
       */
      department?: string;
      agency?: Id;
      /**
       * 表述
       */
      text?: string;
      /**
       * 牵头
       */
      lead?: boolean;
      /**
       * 办理内容
       */
      does?: string;
    }[];
    supervises?: Body;
  };
  /**
   * 情形问题：回答后只显示与自己有关的材料、环节和收费。
   */
  questions?: {
    id: Id;
    /**
     * 问题
     */
    text: string;
    /**
     * 简称：用在算式里，如“面积”。
     */
    name?: string;
    /**
     * 说明
     */
    help?: string;
    /**
     * 回答方式
     */
    kind: 'choice' | 'number';
    /**
     * 单位
     */
    unit?: string;
    /**
     * 选项
     */
    options?: {
      id: Id;
      /**
       * 选项
       */
      text: string;
      /**
       * 说明
       */
      help?: string;
    }[];
  }[];
  /**
   * 业务办理项：新办、变更、延续等。材料、环节、条件、收费和时限的“适用情形”可以用 variant 指明办理项。
   */
  variants?: {
    id: Id;
    /**
     * 类型
     */
    kind: 'new' | 'change' | 'renewal' | 'replacement' | 'cancellation';
    /**
     * 名称
     */
    name: string;
    /**
     * 办理项序号：两位数，接在 31 位实施编码之后成为业务办理项编码。
     */
    number?: string;
    /**
     * 业务办理项编码
     */
    code?: string;
    /**
     * 说明
     */
    text?: string;
  }[];
  /**
   * 许可条件：只写法律、法规规定的条件。
   */
  conditions: {
    none?: Reason;
    /**
     * 准予条件：满足这些条件即应准予。
     *
     * @minItems 1
     */
    grant?: {
      id: Id;
      /**
       * 条件
       */
      text: string;
      basis?: Citations;
      resultOf?: Id;
      when?: When;
    }[];
    /**
     * 不予许可的情形
     */
    refuse?: {
      id: Id;
      /**
       * 情形
       */
      text: string;
      basis?: Citations;
    }[];
  };
  /**
   * 数量限制：有无数量限制；有的，怎样分配。
   */
  quantity: {
    none?: Reason;
    /**
     * 数量
     */
    total?: string;
    /**
     * 公布方式
     */
    published?: string;
    /**
     * 公布周期
     */
    frequency?: string;
    /**
     * 分配方式
     */
    allotment?: string;
    basis?: Citations;
  };
  /**
   * 申请材料：申请人要交的全部材料，一次列清。
   */
  materials: {
    none?: Reason;
    /**
     * 材料
     *
     * @minItems 1
     */
    list?: {
      id: Id;
      /**
       * 材料名称
       */
      name: string;
      /**
       * 材料类型
       */
      kind: 'certificate' | 'form' | 'other';
      /**
       * 材料形式
       */
      medium: 'paper' | 'electronic' | 'either';
      /**
       * 原件份数
       */
      originals?: number;
      /**
       * 复印件份数
       */
      copies?: number;
      /**
       * 必要性
       */
      need: 'required' | 'optional' | 'later';
      when?: When;
      /**
       * 来源渠道
       */
      source: 'applicant' | 'government' | 'intermediary' | 'other';
      /**
       * 出具单位
       */
      issuer?: string;
      resultOf?: Id;
      basis?: Citations;
      /**
       * 用以证明的条件
       */
      conditions?: Id[];
      form?: Id;
      sample?: FilePath;
      /**
       * 填报须知
       */
      notes?: string;
      /**
       * 受理标准
       */
      acceptance?: string;
      /**
       * 可通过数据共享取得：能共享取得的，不得要求申请人提供。
       */
      sharing?: boolean;
      /**
       * 可用电子证照
       */
      electronicLicence?: boolean;
    }[];
  };
  /**
   * 申请表格：免费提供的格式文本。
   */
  forms: {
    none?: Reason;
    /**
     * 表格
     *
     * @minItems 1
     */
    list?: {
      id: Id;
      /**
       * 名称
       */
      name: string;
      file?: FilePath;
      sample?: FilePath;
      /**
       * 说明
       */
      notes?: string;
    }[];
  };
  /**
   * 中介服务
   */
  intermediaries?: {
    none?: Reason;
    /**
     * 中介服务
     *
     * @minItems 1
     */
    list?: {
      id: Id;
      /**
       * 名称
       */
      name: string;
      /**
       * 谁可以提供
       */
      providers?: string;
      /**
       * 由谁付费
       */
      payer: 'agency' | 'applicant';
      basis: Citations;
    }[];
  };
  /**
   * 办理程序：从受理到送达的环节及先后。
   */
  procedure: {
    none?: Reason;
    /**
     * 环节
     *
     * @minItems 1
     */
    steps?: {
      id: Id;
      /**
       * 环节名称
       */
      name: string;
      /**
       * 环节类型
       */
      kind:
        | 'accept'
        | 'review'
        | 'decide'
        | 'deliver'
        | 'supplement'
        | 'site-inspection'
        | 'testing'
        | 'inspection'
        | 'quarantine'
        | 'appraisal'
        | 'expert-review'
        | 'examination'
        | 'collective-decision'
        | 'hearing'
        | 'tender'
        | 'auction'
        | 'joint-review'
        | 'public-notice';
      /**
       * 办理岗位
       */
      actor?: {
        /**
         * 岗位
         */
        post?: string;
        body?: Body;
      };
      /**
       * 审查要点
       */
      examines?: {
        id: Id;
        /**
         * 要点
         */
        text: string;
        /**
         * 标准
         */
        standard?: string;
      }[];
      /**
       * 输出文书
       */
      output?: string;
      days?: Days;
      /**
       * 前置环节：在哪些环节之后；不写则为第一个环节。
       */
      after?: Id[];
      /**
       * 不计入时限：只有听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审可以不计入。
       */
      excluded?: boolean;
      /**
       * 办理人数
       */
      staff?: number;
      when?: When;
      basis?: Citations;
    }[];
    /**
     * 说明
     */
    note?: string;
  };
  /**
   * 办理时限：法律允许的最长时间和本机关的承诺。
   */
  limits: {
    none?: Reason;
    acceptance?: Limit;
    statutory?: Limit;
    promised?: Limit;
    delivery?: Limit;
    extension?: Limit;
    /**
     * 个别情形的时限：适用情形相符时代替上面的时限；几条都相符的，以写在前面的为准。
     */
    cases?: {
      id: Id;
      /**
       * 情形
       */
      name?: string;
      when: When;
      acceptance?: Limit;
      statutory?: Limit;
      promised?: Limit;
      delivery?: Limit;
      extension?: Limit;
    }[];
  };
  /**
   * 收费：收还是不收；收的，依据和标准是什么。
   */
  fees: {
    none?: Reason;
    /**
     * 收费项目
     *
     * @minItems 1
     */
    list?: {
      id: Id;
      /**
       * 项目
       */
      name: string;
      /**
       * 收费标准
       */
      standard:
        | {
            /**
             * 定额
             */
            kind: 'fixed';
            amount: Fen;
          }
        | {
            /**
             * 按量
             */
            kind: 'unit';
            amount: Fen;
            /**
             * 计量单位
             */
            unit: string;
            question?: Id;
            /**
             * 每几个单位计一次：不写为一个单位。如每 100 元收 2.5 元，写 100。
             */
            per?: number;
            /**
             * 不足的按一个计
             */
            roundUp?: boolean;
          }
        | {
            /**
             * 分档
             */
            kind: 'tiers';
            /**
             * 计量单位
             */
            unit: string;
            question?: Id;
            /**
             * 每几个单位计一次：不写为一个单位。如每 100 元收 2.5 元，写 100。
             */
            per?: number;
            /**
             * 不足的按一个计
             */
            roundUp?: boolean;
            /**
             * 档次怎样算
             */
            mode: 'progressive' | 'whole';
            /**
             * 档次
             *
             * @minItems 1
             */
            tiers: {
              /**
               * 至：不写为以上全部。
               */
              upTo?: number;
              amount: Fen;
              /**
               * 整档定额：金额是到这一档的定额，不乘数量。
               */
              flat?: boolean;
            }[];
          }
        | {
            /**
             * 按公式
             */
            kind: 'formula';
            /**
             * 算法
             */
            text: string;
            /**
             * 各项怎样合：不写为相加。
             */
            combine?: 'sum' | 'greatest' | 'least';
            /**
             * 算式的各项：每一项是单价乘以各因数；写了各项，才能替申请人算出来。
             *
             * @minItems 1
             * @maxItems 20
             */
            terms?: {
              id: Id;
              /**
               * 名称
               */
              name: string;
              amount: Fen;
              /**
               * 乘以
               *
               * @maxItems 6
               *
               * Items: 因数
               */
              times?: (
                | {
                    /**
                     * 问题的回答
                     */
                    kind: 'question';
                    question: Id;
                    /**
                     * 先减去：减后不低于 0，如超出 10 层的部分写 10。
                     */
                    less?: number;
                    /**
                     * 最多按
                     */
                    atMost?: number;
                    /**
                     * 每几个单位计一次：不写为一个单位。如每 100 元收 2.5 元，写 100。
                     */
                    per?: number;
                    /**
                     * 不足的按一个计
                     */
                    roundUp?: boolean;
                  }
                | {
                    /**
                     * 定数
                     */
                    kind: 'constant';
                    /**
                     * 数
                     */
                    value: number;
                    /**
                     * 名称
                     */
                    text?: string;
                  }
              )[];
              /**
               * 按百分之几计：不写为 100。
               */
              percent?: number;
              min?: Fen;
              max?: Fen;
              when?: When;
            }[];
          };
      min?: Fen;
      max?: Fen;
      /**
       * 取整：不写为四舍五入到分。
       */
      rounding?: {
        /**
         * 到
         */
        to: 'fen' | 'jiao' | 'yuan';
        /**
         * 怎样取
         */
        by: 'half-up' | 'down' | 'up';
      };
      basis: Citations;
      standardBasis?: Citations;
      /**
       * 减免
       */
      reductions?: {
        id: Id;
        /**
         * 情形
         */
        text: string;
        when?: When;
        /**
         * 减多少：不写的，只告知，不计算。
         */
        effect?:
          | {
              /**
               * 免收
               */
              kind: 'exempt';
            }
          | {
              /**
               * 减收百分之几
               */
              kind: 'percent';
              /**
               * 百分之
               */
              percent: number;
            }
          | {
              /**
               * 减收定额
               */
              kind: 'amount';
              amount: Fen;
            };
        basis?: Citations;
      }[];
      /**
       * 减免可以叠加：不写为只享受最优惠的一项。
       */
      reductionsAdd?: boolean;
      when?: When;
      /**
       * 缴费方式
       */
      payAt?: string;
    }[];
  };
  /**
   * 审批结果：许可证件及其有效期。
   */
  result: {
    none?: Reason;
    /**
     * 结果类型
     */
    kind?: 'certificate' | 'document' | 'other';
    /**
     * 结果名称
     */
    name?: string;
    sample?: FilePath;
    /**
     * 有效期
     */
    validity?: {
      none?: Reason;
      /**
       * 数
       */
      value?: number;
      /**
       * 单位
       */
      unit?: 'days' | 'months' | 'years';
      basis?: Citations;
      /**
       * 说明
       */
      note?: string;
    };
    /**
     * 延续
     */
    renewal?: {
      before?: Days;
      /**
       * 说明
       */
      text: string;
      basis?: Citations;
    };
    /**
     * 变更
     */
    change?: string;
    /**
     * 适用地域
     */
    territory?: {
      /**
       * 范围
       */
      scope: 'nationwide' | 'local';
      basis?: Citations;
      /**
       * 说明
       */
      text?: string;
    };
  };
  /**
   * 法律效力
   */
  legalEffect: {
    none?: Reason;
    /**
     * 效力：取得后可以做什么；未取得而从事的，后果是什么。
     */
    text?: string;
    basis?: Citations;
  };
  /**
   * 年检年报
   */
  annualInspection: {
    none?: Reason;
    /**
     * 形式
     */
    kind?: 'inspection' | 'report';
    /**
     * 周期
     */
    period?: string;
    /**
     * 要求
     */
    text?: string;
    /**
     * 材料
     */
    materials?: string[];
    /**
     * 费用
     */
    fee?: string;
    /**
     * 合格标志
     */
    mark?: string;
    /**
     * 联合年检
     */
    joint?: boolean;
    basis?: Citations;
  };
  /**
   * 监督管理：许可之后怎样监管。
   */
  supervision: {
    none?: Reason;
    /**
     * 监管措施
     *
     * @minItems 1
     */
    measures?: {
      id: Id;
      /**
       * 措施
       */
      text: string;
      basis?: Citations;
    }[];
  };
  /**
   * 权利与义务
   */
  rights?: {
    /**
     * 申请人权利
     */
    rights?: {
      id: Id;
      /**
       * 内容
       */
      text: string;
      basis?: Citations;
    }[];
    /**
     * 申请人义务
     */
    duties?: {
      id: Id;
      /**
       * 内容
       */
      text: string;
      basis?: Citations;
    }[];
    /**
     * 行政复议
     */
    review?: {
      /**
       * 复议机关
       */
      body: string;
      /**
       * 期限（日）：知道之日起六十日。
       */
      days: number;
      basis?: Citations;
    };
    /**
     * 行政诉讼
     */
    litigation?: {
      /**
       * 法院
       */
      court: string;
      /**
       * 期限（月）：知道之日起六个月。
       */
      months: number;
      basis?: Citations;
    };
  };
  /**
   * 改革方式
   */
  reform?: {
    /**
     * 涉企经营许可
     */
    enterpriseRelated?: boolean;
    /**
     * 方式
     */
    way?: 'abolish' | 'filing' | 'commitment' | 'optimise' | 'none';
    /**
     * 改革举措
     */
    measures?: string;
    /**
     * 事中事后监管
     */
    afterApproval?: string;
  };
  /**
   * 服务
   */
  service?: {
    /**
     * 进驻政务服务中心
     */
    inCentre?: boolean;
    /**
     * 未进驻的原因
     */
    notInCentreReason?: string;
    /**
     * 决定地点
     */
    placeOfDecision?: 'window' | 'department';
    /**
     * 授权
     */
    delegation?: {
      /**
       * 授权文件
       */
      document?: string;
      /**
       * 首席代表岗位
       */
      representative?: string;
    };
    /**
     * 首问负责
     */
    firstAsked?: string;
    applyUrl?: Url;
    progressUrl?: Url;
    rateUrl?: Url;
    /**
     * 办理形式
     *
     * @minItems 1
     */
    channels?: string[];
    /**
     * 办理窗口
     *
     * Items: 窗口：中心标识/窗口标识。
     */
    windows?: string[];
    /**
     * 办理时间
     */
    hours?: string;
    /**
     * 电话
     */
    phones?: {
      advice?: Phone;
      complaint?: Phone;
    };
    /**
     * 到现场次数
     */
    visits?: number;
    /**
     * 到现场的原因
     */
    visitsReason?: string;
    /**
     * 网办深度
     */
    onlineDepth?: string;
    /**
     * 可预约
     */
    booking?: boolean;
    /**
     * 可快递送达
     */
    courier?: boolean;
    /**
     * 提供代办
     */
    agent?: boolean;
    /**
     * 绿色通道
     */
    greenChannel?: boolean;
    /**
     * 节假日预约办理
     */
    holidayAppointment?: boolean;
    /**
     * 通办范围
     */
    reach?: string;
    /**
     * 主题
     */
    themes?: string[];
    /**
     * 常见问题
     */
    faq?: {
      id: Id;
      /**
       * 问
       */
      question: string;
      /**
       * 答
       */
      answer: string;
    }[];
  };
  /**
   * 岗位与资格
   */
  staff?: {
    /**
     * 岗位
     */
    posts?: {
      id: Id;
      /**
       * 岗位
       */
      name: string;
      /**
       * 职责
       */
      duty: 'accept' | 'examine' | 'approve';
      /**
       * 资格
       */
      qualification?: string;
      /**
       * 年度审验
       */
      renewal?: string;
      /**
       * 复考
       */
      reexamination?: string;
    }[];
  };
  /**
   * 算例：某种情形应当得到的材料、环节、收费和时限；检查时逐个算一遍，不符的指出来。
   */
  examples?: {
    id: Id;
    /**
     * 情形
     */
    name: string;
    /**
     * 回答：这种情形的申请人对各个问题的回答。
     */
    answers: {
      [k: string]: string;
    };
    /**
     * 应当得到
     */
    expect: {
      /**
       * 材料
       */
      materials?: Id[];
      /**
       * 环节
       */
      steps?: Id[];
      fee?: Fen;
      /**
       * 承诺天数
       */
      promised?: number;
      /**
       * 环节合计天数：最长一路环节的天数，不含不计入时限的。
       */
      days?: number;
      from?: IsoDate;
      due?: IsoDate;
    };
  }[];
  /**
   * 发布
   */
  promulgation?: {
    /**
     * 发布机关
     */
    issuer: string;
    /**
     * 文号
     */
    documentNumber?: string;
    date?: IsoDate;
    /**
     * 效力
     */
    force?: string;
    /**
     * 替代
     */
    replaces?: string;
  };
  /**
   * 编写来源
   */
  sources?: {
    id: Id;
    /**
     * 出处
     */
    text: string;
    /**
     * 可信度
     */
    confidence: 'high' | 'medium' | 'low';
    checked?: IsoDate;
  }[];
}
/**
 * 层级规程：下级对上级规程的补充：指明机关、窗口、电话，或承诺更短的时限。overlay 的结构由事项结构得出，没有必填项。
 */
export interface LayerFile {
  id: Id;
  /**
   * 样例
   */
  sample?: boolean;
  /**
   * 施行日期
   */
  inForce?: {
    from: IsoDate;
    to?: IsoDate;
  };
  /**
   * 本级内容：只写与上级不同的内容；列表按标识合并，写 $remove: true 去掉一项。
   */
  overlay: {
    [k: string]: unknown;
  };
  /**
   * 依据：超出上级规程的内容，写明自己的法律依据。
   */
  grounds?: {
    /**
     * 字段
     */
    path: string;
    law: Id;
    /**
     * 条
     */
    article?: number;
  }[];
}
/**
 * 事项实施清单：一个行政区划实施哪些事项，一个事项一行。
 */
export interface AdoptionFile {
  division: Division;
  /**
   * 样例
   */
  sample?: boolean;
  /**
   * 实施的事项：照上级规程实施的，一行即可。
   */
  items: {
    id: Id;
    from?: IsoDate;
    /**
     * 说明
     */
    note?: string;
  }[];
}
/**
 * 法规：法规登记：名称、层级、制定机关、版本和引用到的条文。
 */
export interface LawFile {
  id: Id;
  /**
   * 名称
   */
  title: string;
  /**
   * 英文名称
   */
  en?: string;
  /**
   * 简称
   */
  shortTitles?: string[];
  /**
   * 效力层级
   */
  kind:
    | 'constitution'
    | 'law'
    | 'administrative-regulation'
    | 'state-council-decision'
    | 'local-regulation'
    | 'provincial-rule'
    | 'local-rule'
    | 'department-rule'
    | 'normative-document';
  /**
   * 制定机关
   */
  issuer: string;
  /**
   * 文号
   */
  documentNumber?: string;
  division?: Division;
  /**
   * 版本
   *
   * @minItems 1
   */
  versions: {
    id: Id;
    adopted?: IsoDate;
    effective?: IsoDate;
    repealed?: IsoDate;
    /**
     * 由来
     */
    change?: 'enacted' | 'revised' | 'amended';
    /**
     * 公布或修改的文件：文号，或修改决定的名称。
     */
    by?: string;
    /**
     * 共有多少条：这一版本最后一条的序号；引用的条不会比它大。
     */
    lastArticle?: number;
    /**
     * 说明
     */
    note?: string;
  }[];
  /**
   * 条文要点：引用到的条文，用自己的话概括。
   */
  articles?: {
    /**
     * 条
     */
    number: number;
    /**
     * 要点
     */
    gist: string;
  }[];
  url?: Url;
  source: Source;
}
/**
 * 机关：一个行政区划的机关。
 */
export interface AgencyFile {
  division: Division;
  /**
   * 样例
   */
  sample?: boolean;
  /**
   * 机关
   *
   * @minItems 1
   */
  agencies: {
    id: Id;
    /**
     * 名称
     */
    name: string;
    /**
     * 英文名称
     */
    en?: string;
    /**
     * 简称
     */
    shortName?: string;
    /**
     * 统一社会信用代码：18 位；没有的以 TE 开头占位。
     */
    uscc: string;
    /**
     * 承担的职能
     *
     * @minItems 1
     */
    departments: string[];
    /**
     * 地址
     */
    address?: string;
    phone?: Phone;
    upper?: Id;
  }[];
}
/**
 * 政务服务中心：中心及其窗口。
 */
export interface CentreFile {
  id: Id;
  /**
   * 样例
   */
  sample?: boolean;
  division: Division;
  /**
   * 名称
   */
  name: string;
  /**
   * 英文名称
   */
  en?: string;
  /**
   * 地址
   */
  address: string;
  /**
   * 办公时间
   */
  hours: string;
  /**
   * 电话
   */
  phones?: {
    advice?: Phone;
    complaint?: Phone;
  };
  /**
   * 交通
   */
  transport?: string;
  /**
   * 窗口
   *
   * @minItems 1
   */
  windows: {
    id: Id;
    /**
     * 窗口号
     */
    number: string;
    /**
     * 名称
     */
    name: string;
    /**
     * 英文名称
     */
    en?: string;
    /**
     * 楼层
     */
    floor?: string;
    /**
     * 进驻机关
     */
    agencies?: Id[];
    phone?: Phone;
  }[];
}
/**
 * 一件事：几个事项并在一起办：一次告知、一窗受理、材料共用、并联审批、一并送达。
 */
export interface BundleFile {
  id: Id;
  /**
   * 样例
   */
  sample?: boolean;
  /**
   * 名称
   */
  name: string;
  /**
   * 俗称：人们平时怎么说，如“开饭馆”。
   */
  everydayName?: string;
  /**
   * 别名：用于搜索。
   */
  synonyms?: string[];
  /**
   * 一句话说明：谁在什么时候要办这件事。
   */
  summary?: string;
  /**
   * 主题：人生或者企业的哪一件大事。
   */
  themes?: string[];
  /**
   * 哪里可办：提供这件事的行政区划；成员事项由本地或者其上最近的一级实施。
   *
   * @minItems 1
   */
  divisions: Division[];
  lead: Body;
  /**
   * 一窗受理：一次收件，分送各成员机关。
   */
  acceptance: {
    /**
     * 受理窗口
     *
     * Items: 窗口：中心标识/窗口标识。
     */
    windows?: string[];
    /**
     * 办理形式
     */
    channels?: string[];
    /**
     * 到现场次数
     */
    visits?: number;
    /**
     * 说明
     */
    text: string;
  };
  /**
   * 一枚印章：用不用统一的印章，是谁的。
   */
  seal: {
    none?: Reason;
    /**
     * 印章名称
     */
    name?: string;
    holder?: Body;
    /**
     * 说明
     */
    text?: string;
    basis?: Citations;
  };
  /**
   * 一次问清：问一次，回答用于各成员。
   */
  questions?: {
    id: Id;
    /**
     * 问题
     */
    text: string;
    /**
     * 说明
     */
    help?: string;
    /**
     * 回答方式
     */
    kind: 'choice' | 'number';
    /**
     * 单位
     */
    unit?: string;
    /**
     * 选项
     */
    options?: {
      id: Id;
      /**
       * 选项
       */
      text: string;
      /**
       * 说明
       */
      help?: string;
      /**
       * 等于回答：选了它，各成员的哪些问题就有了回答。
       */
      answers?: {
        member: Id;
        question: Id;
        option: Id;
      }[];
    }[];
    /**
     * 同一问题：成员事项里问法、选项都一样的问题，回答照搬。
     */
    same?: {
      member: Id;
      question: Id;
    }[];
  }[];
  /**
   * 成员事项
   *
   * @minItems 2
   */
  members: {
    id: Id;
    item: Id;
    variant?: Id;
    when?: When;
    /**
     * 须在其后：只有确实要等别的成员办结的才写；不写的并联办理。
     */
    after?: Id[];
    /**
     * 已定的回答：在这件事里已经确定、不用再问的回答。
     */
    answers?: {
      question: Id;
      option?: Id;
      /**
       * 数值
       */
      number?: number;
    }[];
    /**
     * 容缺并行：材料是另一成员的结果，但不必等它办结：告知承诺、信息共享或者后补。
     */
    parallel?: {
      material: Id;
      /**
       * 方式
       */
      way: 'commitment' | 'sharing' | 'later';
      /**
       * 说明
       */
      note?: string;
    }[];
    limit?: Days;
    /**
     * 说明
     */
    note?: string;
  }[];
  /**
   * 联办环节：几个成员各自的环节合成一次办。
   */
  joint?: {
    id: Id;
    /**
     * 名称
     */
    name: string;
    /**
     * 形式
     */
    kind: 'countersign' | 'site-inspection' | 'expert-review' | 'meeting';
    lead?: Id;
    /**
     * 合并哪些环节
     *
     * @minItems 2
     */
    steps: {
      member: Id;
      step: Id;
    }[];
    days: Days;
    /**
     * 说明
     */
    text?: string;
    basis?: Citations;
  }[];
  /**
   * 共用材料：只交一次，各成员共用。
   */
  shared?: {
    id: Id;
    /**
     * 名称
     */
    name: string;
    /**
     * 各成员的同一材料
     *
     * @minItems 2
     */
    materials: {
      member: Id;
      material: Id;
    }[];
    /**
     * 说明
     */
    notes?: string;
  }[];
  /**
   * 不在内的事项
   */
  excluded?: {
    id: Id;
    /**
     * 名称
     */
    name: string;
    item?: Id;
    reason: Reason;
  }[];
  /**
   * 时限
   */
  limits: {
    promised: Limit;
    statutory?: Limit;
    extension?: Limit;
  };
  /**
   * 送达
   */
  delivery: {
    /**
     * 方式
     */
    way: 'together' | 'each';
    /**
     * 说明
     */
    text?: string;
  };
  /**
   * 一次告知：一份告知书里各成员共同的话；材料清单自动列出。
   */
  notice?: string;
  /**
   * 联合年检
   */
  annualInspection: {
    none?: Reason;
    /**
     * 哪些成员
     *
     * @minItems 1
     */
    members?: Id[];
    /**
     * 周期
     */
    period?: string;
    /**
     * 要求
     */
    text?: string;
    basis?: Citations;
  };
  basis?: Citations;
  /**
   * 文件：推行这件事的文件，名称和文号。
   */
  documents?: string[];
  /**
   * 施行日期
   */
  inForce?: {
    from: IsoDate;
    to?: IsoDate;
  };
  /**
   * 发布
   */
  promulgation?: {
    /**
     * 发布机关
     */
    issuer: string;
    /**
     * 文号
     */
    documentNumber?: string;
    date?: IsoDate;
    /**
     * 效力
     */
    force?: string;
    /**
     * 替代
     */
    replaces?: string;
  };
  /**
   * 编写来源
   */
  sources?: {
    id: Id;
    /**
     * 出处
     */
    text: string;
    /**
     * 可信度
     */
    confidence: 'high' | 'medium' | 'low';
    checked?: IsoDate;
  }[];
}
/**
 * 工作日历：国务院公布的放假与调休安排；未公布的年份按周末推算并予注明。
 */
export interface CalendarFile {
  id: Id;
  /**
   * 名称
   */
  name: string;
  /**
   * 年份
   *
   * @minItems 1
   */
  years: {
    /**
     * 年
     */
    year: number;
    /**
     * 状态
     */
    status: 'published' | 'unpublished';
    /**
     * 文件
     */
    source?: string;
    /**
     * 放假
     */
    holidays?: IsoDate[];
    /**
     * 调休上班
     */
    workdays?: IsoDate[];
  }[];
}
/**
 * 目录：目录的名称、行政区划、代码表和规则设置。
 */
export interface CatalogueFile {
  /**
   * 名称
   */
  title: string;
  /**
   * 英文名称
   */
  titleEn?: string;
  /**
   * 主办
   */
  owner?: string;
  /**
   * 声明：显示在每一页。
   */
  notice: string;
  /**
   * 英文声明
   */
  noticeEn?: string;
  /**
   * 数据许可：别人可以怎样使用开放数据，写在数据页上。不写，数据页就说没有写明。
   */
  dataLicence?: {
    /**
     * 名称：如“知识共享 署名 4.0 国际”。
     */
    name: string;
    url?: Url;
  };
  calendar: Id;
  /**
   * 行政区划
   *
   * @minItems 1
   */
  divisions: {
    code: Division;
    /**
     * 名称
     */
    name: string;
    /**
     * 英文
     */
    en?: string;
    level: Level;
    parent?: Division;
  }[];
  /**
   * 代码表
   */
  codeLists: {
    /**
     * 事项类型
     */
    itemTypes: Code[];
    /**
     * 权力来源
     */
    powerSources: Code[];
    /**
     * 职能部门
     */
    departments: Code[];
    /**
     * 服务对象
     */
    served: Code[];
    /**
     * 办理形式
     */
    channels: Code[];
    /**
     * 网办深度
     */
    onlineDepths: Code[];
    /**
     * 通办范围
     */
    reaches: Code[];
    /**
     * 主题
     */
    themes: Code[];
  };
  /**
   * 报告错误：读者在指南里发现错误，报告给谁。都不写的，指南只列该事项的电话。
   */
  feedback?: {
    url?: Url;
    /**
     * 电子邮箱
     */
    mail?: string;
    phone?: Phone;
  };
  /**
   * 地图网址：窗口和大厅的地址链接到这里，{address} 换成地址，如 https://map.example.cn/search?q={address}。
   */
  mapUrl?: string;
  /**
   * 网站外观：公开网站的名称、标志、颜色和页脚。不写的用自带的样子。
   */
  theme?: {
    /**
     * 网站名称：显示在页首；不写，用目录的名称。
     */
    name?: string;
    /**
     * 网站英文名称
     */
    nameEn?: string;
    /**
     * 标志：PNG 或 JPEG，不超过 100 KB；不写，用“规程”印章。
     */
    logo?: string;
    /**
     * 标志形状
     */
    logoShape?: 'square' | 'wide';
    /**
     * 页首
     */
    header?: 'plain' | 'brand';
    light?: Palette;
    dark?: Palette;
    /**
     * 圆角
     */
    corners?: 'square' | 'small' | 'round';
    /**
     * 正文字号
     */
    textSize?: number;
    /**
     * 疏密
     */
    density?: 'compact' | 'normal' | 'roomy';
    /**
     * 页首链接
     *
     * @maxItems 4
     */
    links?: {
      id: Id;
      /**
       * 中文
       */
      zh: string;
      /**
       * 英文
       */
      en?: string;
      url: Url;
    }[];
    /**
     * 页脚链接
     *
     * @maxItems 12
     */
    footLinks?: {
      id: Id;
      /**
       * 中文
       */
      zh: string;
      /**
       * 英文
       */
      en?: string;
      url: Url;
    }[];
    /**
     * 页脚文字
     *
     * @maxItems 6
     */
    footLines?: {
      id: Id;
      /**
       * 中文
       */
      zh: string;
      /**
       * 英文
       */
      en?: string;
    }[];
    /**
     * 备案号
     */
    record?: {
      /**
       * 号码
       */
      number: string;
      url?: Url;
    };
  };
  /**
   * 规则设置：规则的严重程度和参数。
   */
  rules?: {
    [k: string]: {
      /**
       * 严重程度
       */
      severity?: 'error' | 'warning' | 'info' | 'off';
      /**
       * 参数：规则页列出每条规则的参数；不写的用默认值。
       */
      parameters?: {
        [k: string]: number | string | string[];
      };
    };
  };
}
/**
 * 审批规则：谁可以签批、发布。
 */
export interface GovernanceFile {
  /**
   * 签批：每种风险要谁签批；起草人不得签批自己的稿。
   */
  approvals: {
    /**
     * 一般内容
     *
     * @minItems 1
     *
     * Items: 角色
     */
    plain: ('drafter' | 'reviewer' | 'legal' | 'administrator')[];
    /**
     * 涉法内容
     *
     * @minItems 1
     *
     * Items: 角色
     */
    legal: ('drafter' | 'reviewer' | 'legal' | 'administrator')[];
  };
  /**
   * 各地的签批：人手少的地方，可以写由上级或另一个机关作第二个签批。几处都写了的，以最近的一处为准。
   *
   * @maxItems 4000
   */
  local?: {
    division: Division;
    /**
     * 也管下级
     */
    below?: boolean;
    /**
     * 一般内容：不写的，照全目录的规定。
     *
     * @minItems 1
     */
    plain?: {
      /**
       * 角色
       */
      role: 'drafter' | 'reviewer' | 'legal' | 'administrator';
      agency?: Id;
    }[];
    /**
     * 涉法内容：不写的，照全目录的规定。
     *
     * @minItems 1
     */
    legal?: {
      /**
       * 角色
       */
      role: 'drafter' | 'reviewer' | 'legal' | 'administrator';
      agency?: Id;
    }[];
  }[];
  /**
   * 联合机关会签：改动涉法内容的，事项的联合机关（牵头的除外）各签一个。
   */
  countersign?: boolean;
  /**
   * 可紧急通过的角色：紧急时不等签批就并入正式目录，写明理由，事后由原定的人补审。不写的，谁都不可以。
   *
   * Items: 角色
   */
  override?: ('drafter' | 'reviewer' | 'legal' | 'administrator')[];
  /**
   * 审核时限：提交后几个工作日内审完，当天不算。
   */
  reviewDays?: {
    /**
     * 一般内容
     */
    plain?: number;
    /**
     * 涉法内容
     */
    legal?: number;
  };
  /**
   * 可发布的角色
   *
   * @minItems 1
   *
   * Items: 角色
   */
  publishers: ('drafter' | 'reviewer' | 'legal' | 'administrator')[];
}
/**
 * 人员职责：谁在哪些地方、哪些部门起草、审核、管理。内部资料，不公开。没有这个文件时，各人的职责以账号为准。
 */
export interface PeopleFile {
  /**
   * 人员
   *
   * @maxItems 5000
   */
  people: {
    id: Id;
    /**
     * 姓名或名称
     */
    name: string;
    /**
     * 账号：本机账号写 local:账号名，统一身份认证的账号写 oidc:发行方#用户标识。写了几个的，都是同一个人：以一个账号起草，就不能以另一个签批。
     *
     * @minItems 1
     * @maxItems 20
     *
     * Items: 账号
     */
    subjects?: string[];
    /**
     * 身份认证的声明：统一身份认证在登录时带来的声明，如 groups 中有 health-drafters 的人都有这些职责。
     */
    claim?: {
      /**
       * 名称
       */
      name: string;
      /**
       * 值
       */
      value: string;
    };
    /**
     * 职责：以什么角色，管哪些地方、哪些部门。一条也没有的，只能查看和提意见。
     *
     * @maxItems 50
     */
    grants: {
      id: Id;
      /**
       * 角色
       *
       * @minItems 1
       *
       * Items: 角色
       */
      roles: ('drafter' | 'reviewer' | 'legal' | 'administrator')[];
      /**
       * 全部范围：整个目录，包括制度、日历和目录设置。
       */
      everywhere?: boolean;
      /**
       * 行政区划
       *
       * @minItems 1
       */
      divisions?: Division[];
      /**
       * 连同下级：所列区划的下级也在内。
       */
      below?: boolean;
      /**
       * 职能部门：只管这些部门的事项；不写的，所列区划的事项都管。
       *
       * @minItems 1
       *
       * Items: 职能部门
       */
      departments?: string[];
      /**
       * 机关：写机关的，管它所在区划和它承担的职能，不必再写区划和部门。
       *
       * @minItems 1
       */
      agencies?: Id[];
    }[];
    until?: IsoDate;
  }[];
}
/**
 * 豁免：哪一条规则在哪里暂不处理，为什么，到哪一天。豁免的发现仍列在报告里，不阻止提交和发布。
 */
export interface SuppressionFile {
  /**
   * 豁免
   *
   * @maxItems 2000
   */
  suppressions: {
    id: Id;
    rule: Id;
    item?: Id;
    division?: Division;
    /**
     * 文件：不是事项的文件，如 agencies/511500.yaml。
     */
    file?: string;
    /**
     * 字段：只豁免这一字段和它以内的发现，写成 limits.promised，列表元素写标识。
     */
    path?: string;
    /**
     * 理由
     */
    reason: string;
    /**
     * 依据的文件
     */
    document?: string;
    until: IsoDate;
  }[];
}
/**
 * 岗位人员：一个行政区划在各岗位审查、审批的人员和他们的资格证件。内部资料，不公开。
 */
export interface StaffFile {
  division: Division;
  /**
   * 样例
   */
  sample?: boolean;
  /**
   * 人员
   */
  holders: {
    id: Id;
    /**
     * 姓名
     */
    name: string;
    /**
     * 岗位证号
     */
    number: string;
    agency: Id;
    /**
     * 岗位：与规程中岗位的名称一致。
     *
     * @minItems 1
     */
    posts: string[];
    /**
     * 负责的事项：不写的，负责所在机关的全部事项。
     *
     * @minItems 1
     */
    items?: Id[];
    from?: IsoDate;
    to?: IsoDate;
    /**
     * 资格证件
     */
    certificates?: {
      id: Id;
      /**
       * 证件
       */
      name: string;
      /**
       * 证号
       */
      number: string;
      from?: IsoDate;
      until: IsoDate;
      checkBy?: IsoDate;
      examineBy?: IsoDate;
    }[];
  }[];
}
/**
 * 行政许可事项清单：一个行政区划公布的行政许可事项清单。同一区划以施行日期最新的一份为准。
 */
export interface ListFile {
  id: Id;
  /**
   * 样例
   */
  sample?: boolean;
  division: Division;
  /**
   * 名称
   */
  title: string;
  /**
   * 公布的文件
   */
  document: string;
  date: IsoDate;
  /**
   * 清单所列事项
   */
  lines: {
    id: Id;
    /**
     * 事项名称
     */
    name: string;
    /**
     * 基本编码
     */
    code?: string;
    /**
     * 决定机关
     */
    authority: string;
    /**
     * 清理结论
     */
    decision: 'retain' | 'provisional' | 'pending' | 'delegate' | 'merge' | 'cancel';
    /**
     * 下放给谁、并入哪项：下放的，写接收的机关或者区划；合并的，写并入的事项。
     */
    target?: string;
    /**
     * 说明
     */
    note?: string;
  }[];
}
/**
 * 本地规则：目录自己的规则：看哪些元素，要符合什么，不符合时说什么。没有程序，只有数据；和内置规则一样检查。
 */
export interface RuleFile {
  id: Id;
  /**
   * 样例
   */
  sample?: boolean;
  /**
   * 要求
   */
  title: {
    /**
     * 中文
     */
    zh: string;
    /**
     * 英文
     */
    en?: string;
  };
  /**
   * 为什么
   */
  why: {
    /**
     * 中文
     */
    zh: string;
    /**
     * 英文
     */
    en?: string;
  };
  /**
   * 严重程度
   */
  severity: 'error' | 'warning' | 'info';
  /**
   * 依据：规则所依据的条文。
   *
   * @minItems 1
   * @maxItems 10
   */
  cites: Citation[];
  /**
   * 管哪里：只管这些区划和它们的下级；不写的，管整个目录。
   *
   * @minItems 1
   * @maxItems 50
   */
  divisions?: Division[];
  /**
   * 看哪些元素：如 materials.list.*、procedure.steps.*；不写的，看整个事项。
   */
  for?: string;
  where?: Condition;
  must: Condition;
  /**
   * 说在哪个字段：从所看的元素起的字段；不写的，说在元素上。
   */
  at?: string;
  /**
   * 不符合时说什么：先说哪里不对，再说怎么办，各以句号结束。{name} 换成元素的字段，{item:basics.name} 换成事项的字段。
   */
  message: {
    /**
     * 中文：先说哪里不对，再说怎么办，各以句号结束。
     */
    zh: string;
    /**
     * 英文
     */
    en: string;
  };
  /**
   * 例子：检查时逐个运行：好的没有发现，坏的恰有一个。
   */
  cases: {
    /**
     * 没有问题的
     *
     * @minItems 1
     * @maxItems 30
     */
    good: {
      /**
       * 名称
       */
      name: string;
      /**
       * 事项：只写与规则有关的字段。
       */
      item: {
        [k: string]: unknown;
      };
    }[];
    /**
     * 有问题的
     *
     * @minItems 1
     * @maxItems 30
     */
    bad: {
      /**
       * 名称
       */
      name: string;
      /**
       * 事项：只写与规则有关的字段。
       */
      item: {
        [k: string]: unknown;
      };
      /**
       * 说在哪里：如 materials.list.0.name。
       */
      at?: string;
    }[];
  };
}
/**
 * 异议：下级对上级规程的一处内容提出的意见：合法但过宽、过于笼统或者不适合本地。由写规程的机关答复，长期留存。
 */
export interface ObjectionFile {
  id: Id;
  /**
   * 样例
   */
  sample?: boolean;
  division: Division;
  item: Id;
  /**
   * 字段：针对哪一处，如 /limits/statutory、/conditions/grant/标识。
   */
  path: string;
  /**
   * 问题
   */
  kind: 'lax' | 'too-general' | 'ill-suited' | 'contradictory' | 'other';
  /**
   * 理由
   */
  reason: string;
  /**
   * 建议
   */
  suggestion?: string;
  /**
   * 提出
   */
  filed: {
    /**
     * 提出单位
     */
    by: string;
    date: IsoDate;
  };
  /**
   * 答复：由写这份规程的机关答复。
   */
  answer?: {
    /**
     * 结论
     */
    decision: 'accept' | 'partly' | 'decline';
    /**
     * 答复内容
     */
    text: string;
    /**
     * 答复单位
     */
    by: string;
    date: IsoDate;
  };
}
/**
 * 导入方案：一种来源表格怎样变成目录里的文件：哪一列写到哪个字段。字段是什么类型由字段自己的模式决定。
 */
export interface ProfileFile {
  id: Id;
  /**
   * 样例
   */
  sample?: boolean;
  /**
   * 名称
   */
  name: string;
  /**
   * 说明
   */
  note?: string;
  /**
   * 表示“没有”的写法：整格内容是其中之一时当作空白，并在报告里注明。不写时为：无、不支持、无线下办理窗口、/、-。
   */
  nulls?: string[];
  /**
   * 表格：来源里的表格；Excel 的一张工作表、一份通知都算一个。
   *
   * @minItems 1
   */
  tables: {
    id: Id;
    /**
     * 工作表：只读这一张工作表；不写时读没有被别处指名的各张。
     */
    sheet?: string;
    /**
     * 排列
     */
    layout?: 'rows' | 'pairs' | 'prose';
    /**
     * 写成：不写时写成事项。
     */
    into?:
      | 'item'
      | 'layer'
      | 'adoption'
      | 'law'
      | 'agency'
      | 'centre'
      | 'calendar'
      | 'catalogue'
      | 'governance'
      | 'profile';
    /**
     * 续写：各行是别的表格里同一标识的事项的一部分，如另一张工作表上的材料。
     */
    continues?: boolean;
    /**
     * 标识取自
     */
    identifier?: {
      /**
       * 列：列名，或者 $file（文件名）、$row（行号）。
       */
      from: string;
      /**
       * 前缀
       */
      prefix?: string;
    };
    /**
     * 行政区划：写死一个代码，或取自一列的前六位。
     */
    division?: {
      /**
       * 列
       */
      from?: string;
      value?: Division;
    };
    /**
     * 文件位置取自：这一列写着文件在目录里的位置；有它就不用标识和行政区划。
     */
    path?: string;
    /**
     * 列
     *
     * @minItems 1
     */
    columns: {
      id: Id;
      /**
       * 列：来源的列名；合并的表头写“上/下”，JSON 写“外.内”，标题有几种写法的列在 names 里。也可以是 $place（来源位置）。
       */
      from: string;
      /**
       * 别的列名
       */
      names?: string[];
      /**
       * 字段：字段路径。[m*] 是列表里依次编号的元素，[main] 是标识为 main 的一个元素，[*] 的标识由它自己的一列给出；legalBasis[e*] 读出引用的法规和条款。
       */
      to: string;
      /**
       * 只在
       */
      when?: {
        /**
         * 列：不写时就是本列。
         */
        column?: string;
        /**
         * 是其中之一
         *
         * @minItems 1
         */
        is?: string[];
        /**
         * 不是其中任何一个
         *
         * @minItems 1
         */
        not?: string[];
        /**
         * 字数是
         */
        length?: number;
      };
      /**
       * 拆开：在这些符号处拆成几个；括号和书名号里的不拆。
       *
       * @minItems 1
       */
      split?: string[];
      /**
       * 按编号拆开：在 1、 (一) ① 之类的编号处拆开，并去掉编号。
       */
      numbering?: boolean;
      /**
       * 去掉开头的
       *
       * @minItems 1
       */
      strip?: string[];
      /**
       * 对照：来源的写法对应的值。字段自己的中文说法不用写。
       *
       * @minItems 1
       */
      map?: {
        /**
         * 来源写
         */
        from: string;
        /**
         * 就是
         */
        to: string;
      }[];
      /**
       * 一并写上：每个由本列产生的列表元素都写上的内容，如依据的作用。
       *
       * @minItems 1
       */
      with?: {
        /**
         * 元素的字段
         */
        field: string;
        /**
         * 内容
         */
        value: string;
      }[];
      /**
       * 没写单位时
       */
      unit?: 'working-days' | 'calendar-days';
      /**
       * 一字不动：不去空白，不整理写法；列表和成组的值按 JSON 读。本软件导出的表格用它。
       */
      exact?: boolean;
    }[];
    /**
     * 固定内容：每一条都写上的内容。
     */
    constants?: {
      /**
       * 字段
       */
      to: string;
      /**
       * 内容
       */
      value: string;
    }[];
    /**
     * 不导入的列：知道有这一列，但不导入，写明为什么。
     */
    left?: {
      /**
       * 列
       */
      column: string;
      reason: Reason;
    }[];
  }[];
}
/**
 * 英文译文：一个事项的说明文字的英文。每一条写明译的是哪一句中文；中文改过以后，英文页上显示改过的中文，直到这里改好。
 */
export interface TranslationFile {
  id: Id;
  /**
   * 样例
   */
  sample?: boolean;
  item: Id;
  /**
   * 译文
   *
   * @minItems 1
   */
  texts: {
    /**
     * 字段：译的是哪一处，如 /basics/summary、/materials/list/标识/name。
     */
    path: string;
    /**
     * 中文：翻译时那里的中文，一字不差。
     */
    zh: string;
    /**
     * 英文：还没有译的不写，英文页上显示中文。
     */
    en?: string;
  }[];
}
/**
 * 自己的字段：目录在规程之外自己加的字段、对已有字段的加严和叫法、表单的排列。加的字段和规程的字段一样填写、检查、公布、导出，不用编程。
 */
export interface ExtensionFile {
  /**
   * 样例
   */
  sample?: boolean;
  /**
   * 加的字段
   *
   * @maxItems 200
   */
  fields?: {
    id: Id;
    /**
     * 名称：填写的人看到的名称，指南上也用它。
     */
    title: {
      /**
       * 中文
       */
      zh: string;
      /**
       * 英文
       */
      en: string;
    };
    /**
     * 加在哪里：所在的一组字段，如 basics、materials.list.*（* 是列表的每个元素）；不写的，加在最外层。
     */
    at?: string;
    /**
     * 键：文件里的写法，以 x- 开头，不会与规程已有和将有的字段相同。
     */
    key: string;
    /**
     * 填写说明：怎样填写，显示在字段下面。
     */
    help?: {
      /**
       * 中文
       */
      zh: string;
      /**
       * 英文
       */
      en?: string;
    };
    /**
     * 类型
     */
    type:
      | 'text'
      | 'paragraph'
      | 'texts'
      | 'number'
      | 'integer'
      | 'boolean'
      | 'date'
      | 'choice'
      | 'choices'
      | 'link'
      | 'law'
      | 'agency'
      | 'window'
      | 'item'
      | 'file';
    /**
     * 选项：“选一个”“选几个”的各个选项。
     *
     * @minItems 1
     * @maxItems 100
     */
    options?: {
      /**
       * 值：写在文件里的值，定后不改。小写字母、数字与连字符。
       */
      value: string;
      /**
       * 中文
       */
      zh: string;
      /**
       * 英文
       */
      en: string;
    }[];
    /**
     * 写法：文字要符合的模式，正则表达式中不回溯的部分：字、[…]、\d、( | )、* + ? {m,n}、^ $。
     */
    pattern?: string;
    /**
     * 至少：数的下限；文字的字数、列表的项数。
     */
    min?: number;
    /**
     * 至多：数的上限；文字的字数、列表的项数。
     */
    max?: number;
    /**
     * 必须填写
     */
    required?: boolean;
    requiredWhen?: Condition;
    /**
     * 补入的值：字段新加为必填时，可以一并补入已有事项的值。文字要加引号，如 "01"。
     */
    default?: string | number | boolean;
    /**
     * 改动的性质：不写的，随所在的一组字段；最外层的，按法律约束的内容审批。
     */
    risk?: 'plain' | 'legal';
    /**
     * 下级能做什么：不写的，随所在的一组字段；最外层的，不能改。
     */
    overlay?: 'fixed' | 'local' | 'lower' | 'subset' | 'allowed';
    /**
     * 指南中的位置：排在这一节的末尾；不写的，不公布。
     */
    section?:
      | 'none'
      | 'summary'
      | 'questions'
      | 'materials'
      | 'steps'
      | 'limits'
      | 'fees'
      | 'conditions'
      | 'basis'
      | 'authority'
      | 'result'
      | 'supervision'
      | 'remedies'
      | 'service'
      | 'promulgation';
    /**
     * 依据：要求填写它的条文。
     *
     * @minItems 1
     * @maxItems 10
     */
    cites?: Citation[];
    /**
     * 停用：不再填写，指南不再显示；已有的值留在文件里，直到一并删去。
     */
    retired?: {
      since: IsoDate;
      /**
       * 理由
       */
      reason: string;
    };
  }[];
  /**
   * 对已有字段的改动：只能比规程更严，不能更宽。
   *
   * @maxItems 200
   */
  changes?: {
    id: Id;
    /**
     * 哪个字段：规程已有的字段，如 service.phone、materials.list.*.note。
     */
    path: string;
    /**
     * 改称：本地的叫法。
     */
    title?: {
      /**
       * 中文
       */
      zh: string;
      /**
       * 英文
       */
      en?: string;
    };
    /**
     * 填写说明：代替原来的说明。
     */
    help?: {
      /**
       * 中文
       */
      zh: string;
      /**
       * 英文
       */
      en?: string;
    };
    /**
     * 必须填写：只能加严：原来必须填写的，仍然必须。
     */
    required?: true;
    requiredWhen?: Condition;
    /**
     * 还能选的值：只能减少。
     *
     * @minItems 1
     * @maxItems 100
     *
     * Items: 值
     */
    options?: string[];
    /**
     * 改动的性质：只能改为法律约束的内容。
     */
    risk?: 'plain' | 'legal';
    /**
     * 停用：不再填写，指南不再显示；已有的值留在文件里，直到一并删去。
     */
    retired?: {
      since: IsoDate;
      /**
       * 理由
       */
      reason: string;
    };
  }[];
  /**
   * 表单的排列
   *
   * @maxItems 200
   */
  layout?: {
    id: Id;
    /**
     * 名称：表单里这一组的小标题；不写的，没有标题。
     */
    title?: {
      /**
       * 中文
       */
      zh: string;
      /**
       * 英文
       */
      en: string;
    };
    /**
     * 在哪里：所在的一组字段，如 basics；不写的，是最外层的各节。
     */
    at?: string;
    /**
     * 字段：按这个次序排在前面；没有写到的，跟在后面，次序不变。
     *
     * @maxItems 200
     *
     * Items: 键
     */
    fields: string[];
  }[];
}
