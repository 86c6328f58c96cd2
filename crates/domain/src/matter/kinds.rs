//! The closed sets a matter is described with.

use crate::closed::closed_set;

closed_set!(
    /// Where in the law a matter stands (事项类型, GB/T 39046 A.1).
    PowerType {
        /// Bound by 行政许可法, the only kind that is.
        Licence = "行政许可",
        /// Payments and benefits.
        Payment = "行政给付",
        /// Recognition of a fact or status.
        Confirmation = "行政确认",
        /// Decisions between parties.
        Adjudication = "行政裁决",
        /// Awards.
        Reward = "行政奖励",
        /// Filing and other powers.
        OtherPower = "其他行政权力",
        /// Services without an administrative power.
        PublicService = "公共服务",
    }
);

closed_set!(
    /// Who starts the service (服务类型).
    ServiceType {
        /// The authority comes by itself.
        Proactive = "主动服务",
        /// The person applies.
        OnApplication = "依申请服务",
    }
);

closed_set!(
    /// How the service is provided (提供方式).
    Provision {
        /// By the authority itself.
        Direct = "直接提供",
        /// Bought from others.
        Purchased = "购买服务",
        /// Money.
        Subsidy = "资金补贴",
        /// A policy advantage.
        Policy = "政策支持",
        /// Something else, said in the remark.
        Other = "其他",
    }
);

closed_set!(
    /// The sixteen categories of the policy's annex 1 (事项类别).
    Category {
        /// Policy support.
        PolicySupport = "政策支持类",
        /// Legal advice and information.
        LegalAdvice = "法律和信息咨询类",
        /// Intellectual property.
        IntellectualProperty = "知识产权保护类",
        /// Vocational training.
        Training = "就业技能培训类",
        /// Public education.
        Education = "公共教育类",
        /// Work and employment.
        Employment = "劳动就业类",
        /// Insurance, relief, welfare, old age.
        SocialSecurity = "社会保障类",
        /// Health, family planning.
        Health = "医疗卫生类",
        /// Housing.
        Housing = "住房保障类",
        /// Culture and sport.
        Culture = "文化体育类",
        /// Poverty relief.
        PovertyRelief = "扶贫脱贫类",
        /// Water, power, heating, gas, transport.
        Utilities = "公用事业类",
        /// Public safety, household registration.
        PublicSafety = "公共安全类",
        /// Environment.
        Environment = "环境保护类",
        /// Intermediary services.
        Intermediary = "中介服务类",
        /// Everything else.
        Other = "其他类",
    }
);

closed_set!(
    /// Whom the matter serves (服务对象).
    ServiceObject {
        /// Natural persons.
        Person = "自然人",
        /// Legal persons.
        LegalPerson = "法人",
        /// Organisations without legal personality.
        Organisation = "其他组织",
        /// Individual businesses.
        IndividualBusiness = "个体工商户",
    }
);

closed_set!(
    /// A level of the administration (层级).
    Level {
        /// Province.
        Province = "省",
        /// City.
        City = "市",
        /// District or county-level city.
        County = "区（市）",
        /// Town or street.
        Town = "镇（街）",
        /// Village or neighbourhood.
        Village = "村（社区）",
    }
);

closed_set!(
    /// What is handed over (材料形式).
    MaterialForm {
        /// The original, to be seen.
        Original = "原件",
        /// A copy.
        Copy = "复印件",
        /// The original to be seen and a copy kept.
        OriginalAndCopy = "原件及复印件",
        /// A form filled in for this matter.
        Form = "表格",
        /// An electronic certificate or file.
        Electronic = "电子",
        /// A promise signed for this matter.
        Promise = "承诺书",
    }
);

closed_set!(
    /// Where a material comes from (来源渠道).
    MaterialSource {
        /// Issued by a government department.
        Government = "政府部门核发",
        /// The applicant's own.
        Applicant = "申请人自备",
        /// Others, intermediaries included.
        Other = "其他",
    }
);

closed_set!(
    /// Whether a material must be there (必要性).
    Necessity {
        /// Always.
        Required = "必要",
        /// May be supplied later when the matter permits deferral.
        Deferrable = "容缺",
        /// Only in the named situation.
        Situational = "按情形",
    }
);

closed_set!(
    /// Why a material need not be handed in: the six cancel rules of 减证便民, and
    /// sharing between departments.
    WaiverRule {
        /// No law or regulation asks for it.
        NoLegalBasis = "无法律法规依据",
        /// A certificate the person has proves the same.
        OwnCertificate = "现有证照证明",
        /// A written promise does.
        WrittenPromise = "书面承诺",
        /// Another material covers it.
        CoveredByOther = "其他材料涵盖",
        /// It can be verified online.
        OnlineCheck = "网络核验",
        /// The issuer cannot find out either.
        IssuerCannotVerify = "开具单位无法核实",
        /// Another department has it and shares it.
        DepartmentShared = "部门共享",
    }
);

closed_set!(
    /// The type of a form field.
    FieldType {
        /// One line of text.
        Text = "text",
        /// A personal identity number.
        IdCard = "idcard",
        /// A unified social credit code.
        Uscc = "uscc",
        /// A telephone number.
        Phone = "phone",
        /// A day, `YYYY-MM-DD`.
        Date = "date",
        /// One of the options.
        Enum = "enum",
        /// Yuan with two decimals, `1234.50`.
        Money = "money",
        /// A whole number.
        Int = "int",
        /// Several lines of text.
        Multiline = "multiline",
        /// An address.
        Address = "address",
        /// A bank card or account number.
        BankCard = "bankcard",
        /// `true` or `false`.
        Bool = "bool",
        /// Several of the options, one a line, in the order of the options.
        Several = "several",
        /// A month, `YYYY-MM`.
        Month = "month",
        /// A quantity with up to four decimals, such as an area.
        Quantity = "quantity",
    }
);

closed_set!(
    /// Where a form field is filled from.
    FillFrom {
        /// What is known of the applicant.
        Applicant = "applicant",
        /// The agent.
        Agent = "agent",
        /// The identity card just read.
        IdCard = "idcard",
    }
);

closed_set!(
    /// The four modes of handling (办理方式).
    HandlingMode {
        /// On the spot.
        OnTheSpot = "马上办",
        /// Online.
        Online = "网上办",
        /// Nearby.
        Nearby = "就近办",
        /// In one visit.
        Once = "一次办",
    }
);

closed_set!(
    /// How far a matter can be handled away from home (通办范围).
    CrossRegion {
        /// Anywhere in the city.
        City = "全市通办",
        /// Anywhere in the province.
        Province = "全省通办",
        /// In other provinces too.
        CrossProvince = "跨省通办",
        /// Anywhere in the country.
        Country = "全国通办",
    }
);

closed_set!(
    /// What comes out of a matter (结果类型).
    ResultKind {
        /// A certificate or licence.
        Certificate = "证照",
        /// An approval document.
        Approval = "批文",
        /// A payment.
        Payment = "给付",
        /// An entry in a register.
        Registration = "登记",
        /// Nothing to hand over.
        None = "无",
    }
);

closed_set!(
    /// How a result reaches the person (送达方式).
    DeliveryMode {
        /// Collected at the window.
        Window = "窗口领取",
        /// By post.
        Post = "邮寄",
        /// Electronically.
        Electronic = "电子",
    }
);

closed_set!(
    /// How sure the editors are of a matter's text.
    Confidence {
        /// Read in the law.
        High = "high",
        /// The frame is certain, local detail may differ.
        Medium = "medium",
        /// From memory.
        Low = "low",
    }
);
