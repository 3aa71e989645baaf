"""The reports that the tests of a Ray cluster read, and the program that they start beside it."""

from __future__ import annotations

REPORTS = 40
REPORT = """{region}政府工作报告

一、2023年工作回顾

全年地区生产总值增长4.{number}%。一般公共预算收入{number}6.8亿元，增长6.4%，城镇新增就业6.{number}万人。
完成固定资产投资1{number}亿元，居全省第{number}位；粮食产量93亿斤以上。

二、2024年工作安排

今年经济社会发展的主要预期目标是：地区生产总值增长5.{number}%左右，居民消费价格涨幅3%左右，居民收入增长与经济增长同步。
"""
REGIONS = ("平顶山市", "长垣市", "郑州市", "洛阳市")
DRIVER = """
import sys
from pathlib import Path
from orchestration.ingest import land
from orchestration.reading import documents, pending
from orchestration.reading.ray_executor import RayCluster
from orchestration.storage.database import connect
address, database, raw, characters = sys.argv[1:]
pending.SHARD_CHARACTERS, documents.SHARDS_AT_ONCE = int(characters), 2
tell = lambda message: print(message, flush=True)
with connect(Path(database)) as connection:
    land(connection, Path(raw), lambda message: None)
    documents.read_documents(connection, Path(database).parent / "reading", tell, RayCluster(address, tell))
"""
