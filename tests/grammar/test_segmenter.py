"""The segmenter cuts as jieba does, and neither reads nor leaves a cache."""

from __future__ import annotations

import logging
import marshal
import tempfile
from pathlib import Path

import jieba
import pytest

from zhibiao.grammar.segmenter import OCCURRENCES, Segmenter

SENTENCES = [
    "老旧小区改造任务全面完成",
    "全市一般公共预算收入增长6.4%",
    "新建改建农村公路1,200公里",
    "高新技术企业、专精特新“小巨人”企业达到35家",
    "AT&T与B超、卡拉OK",
    "䶮𠮷",
    " \t",
    "",
]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> jieba.Tokenizer:
    """jieba's own tokenizer, its cache in a folder of this test."""
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    tokenizer.initialize()
    return tokenizer


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter((), 0)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_it_cuts_as_jieba_does(segmenter: Segmenter, original: jieba.Tokenizer, sentence: str) -> None:
    assert list(segmenter.cut(sentence)) == list(original.cut(sentence, HMM=False))


def test_words_are_added_as_to_jieba(original: jieba.Tokenizer) -> None:
    names, frequency = ("城镇新增就业", "规模以上工业增加值占地区生产总值的比重和其他指标", "生产"), 1_000_000
    segmenter = Segmenter(names, frequency)
    for name in names:
        original.add_word(name, frequency)
    for name in names:
        sentence = f"全市{name}增长，服务生产服务业"
        assert name in list(segmenter.cut(sentence))
        assert list(segmenter.cut(sentence)) == list(original.cut(sentence, HMM=False))


def test_the_number_of_words_is_that_of_the_dictionary() -> None:
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as dictionary:
        assert sum(int(line.split()[1]) for line in dictionary) == OCCURRENCES


def test_every_word_of_the_dictionary_is_found() -> None:
    with jieba.Tokenizer().get_dict_file() as dictionary:
        counts = {word: int(count) for word, count, _ in (line.decode().split() for line in dictionary)}
    frequencies = Segmenter((), 0).frequencies
    assert all(frequencies.get(word) == count > 0 for word, count in counts.items())
    assert frequencies.get("養") == counts.get("養")
    assert all(frequencies.get(sign) is None for sign in "\U0010ffff\ud800 ")


def test_a_planted_cache_is_not_read_and_none_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    planted = tmp_path / "jieba.cache"
    planted.write_bytes(marshal.dumps(({"养老": 10**9, "服务": 10**9}, 2 * 10**9)))
    assert list(Segmenter((), 0).cut("养老服务")) == ["养老", "服务"]
    assert list(Segmenter((), 0).cut("北京大学")) == ["北京大学"]
    assert list(tmp_path.iterdir()) == [planted]
