//! What changed by itself is told once, and stays in a list.

use yichuang_app::ipc::{ErrorCode, NewsList, Nothing, SeeNews, SoundWords};
use yichuang_domain::CaseState;
use yichuang_tests::kit::{Centre, Counter, an_application};

fn news(counter: &Counter) -> NewsList {
    counter.desk.news(Nothing {}).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_platform_says_is_news_until_somebody_has_looked() {
    let counter = Counter::open();
    assert_eq!(news(&counter).unseen, 0);
    let centre = Centre::start(&counter.clock).await;
    let counter = Counter::reaching(&centre.url());
    let number = counter.accept(&an_application()).number;
    counter.sync().await;
    centre.judge();
    centre.review(&number, "镇民政办审核", CaseState::InProcess);
    counter.sync().await;
    let told = news(&counter);
    let kinds: Vec<_> = told.items.iter().map(|item| item.kind.as_str()).collect();
    assert!(
        !kinds.contains(&"verdict"),
        "one that needs nobody is no news"
    );
    assert_eq!(told.unseen as usize, told.items.len());
    let item = &told.items[0];
    assert_eq!((item.kind.as_str(), item.fresh), ("progress", true));
    assert_eq!(item.number.as_deref(), Some(number.as_str()));
    assert!(item.words.contains("镇民政办审核"), "{}", item.words);
    let until = item.id;
    counter.desk.see_news(SeeNews { until }).unwrap();
    assert_eq!(news(&counter).unseen, 0);
    assert!(!news(&counter).items[0].fresh, "it stays in the list");
    let counter = counter.restarted();
    counter.sign_in(yichuang_tests::kit::Who::Clerk);
    assert_eq!(news(&counter).unseen, 0);
    counter.assert_sound();
}

#[test]
fn nobody_has_seen_what_is_not_there_yet() {
    let counter = Counter::open();
    let refused = counter.desk.see_news(SeeNews { until: u32::MAX });
    assert_eq!(refused.unwrap_err().code, ErrorCode::InputShape);
}

#[test]
fn the_windows_own_words_are_found_by_their_sound() {
    let counter = Counter::open();
    let words = ["工作台", "服务评价", "Sync"].map(str::to_owned).to_vec();
    let sounds = counter
        .desk
        .sound_words(SoundWords { words })
        .unwrap()
        .sounds;
    assert_eq!(sounds[0].initials, "gzt");
    assert_eq!(sounds[1].pinyin, "fuwupingjia");
    let words = vec!["字".repeat(101)];
    assert!(counter.desk.sound_words(SoundWords { words }).is_err());
}
