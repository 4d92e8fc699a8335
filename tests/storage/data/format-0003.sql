PRAGMA foreign_keys = OFF;
PRAGMA application_id = 1415673715;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_alembic_version PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE arguments (
	article_id VARCHAR(16) NOT NULL, 
	event_id VARCHAR(16) NOT NULL, 
	position INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	mention_id VARCHAR(16) NOT NULL, 
	CONSTRAINT pk_arguments PRIMARY KEY (article_id, event_id, position), 
	CONSTRAINT fk_arguments_article_id_event_id_events FOREIGN KEY(article_id, event_id) REFERENCES events (article_id, id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_arguments_article_id_mention_id_mentions FOREIGN KEY(article_id, mention_id) REFERENCES mentions (article_id, id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "arguments" VALUES('aaaaaaaaaaaaaaaa','af9445e6a3d3ec64',0,'SPEAKER','158335836d1ac44b');
INSERT INTO "arguments" VALUES('aaaaaaaaaaaaaaaa','af9445e6a3d3ec64',1,'SPEAKER','390246025e2abc44');
INSERT INTO "arguments" VALUES('aaaaaaaaaaaaaaaa','af9445e6a3d3ec64',2,'PLACE','158335836d1ac44b');
CREATE TABLE article_sources (
	article_id VARCHAR(16) NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_article_sources PRIMARY KEY (article_id), 
	CONSTRAINT fk_article_sources_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
);
INSERT INTO "article_sources" VALUES('aaaaaaaaaaaaaaaa',X'003C68746D6C3E');
CREATE TABLE article_texts (
	article_id VARCHAR(16) NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_article_texts PRIMARY KEY (article_id), 
	CONSTRAINT fk_article_texts_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
);
INSERT INTO "article_texts" VALUES('aaaaaaaaaaaaaaaa','أعلن رئيس الوزراء سامي الخوري في بيروت
أن بلاده سترسل 500 طن من القمح إلى السودان0000.');
INSERT INTO "article_texts" VALUES('bbbbbbbbbbbbbbbb','خبر قصير');
CREATE TABLE articles (
	number INTEGER NOT NULL, 
	id VARCHAR(16) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	title TEXT NOT NULL, 
	name TEXT NOT NULL, 
	outlet TEXT NOT NULL, 
	url TEXT NOT NULL, 
	published DATE, 
	language TEXT NOT NULL, 
	encoding TEXT NOT NULL, 
	imported_at DATETIME, 
	state VARCHAR(16) NOT NULL, 
	copy_group TEXT, 
	further JSON, search_key TEXT DEFAULT '' NOT NULL, words INTEGER DEFAULT '0' NOT NULL, mentions INTEGER DEFAULT '0' NOT NULL, events INTEGER DEFAULT '0' NOT NULL, open_suggestions INTEGER DEFAULT '0' NOT NULL, decided INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_articles PRIMARY KEY (number), 
	CONSTRAINT uq_articles_id UNIQUE (id)
);
INSERT INTO "articles" VALUES(1,'aaaaaaaaaaaaaaaa','3873c3c1c3125ad99231a65de97510a8dfd59841d2a1955205d4ce631bf82f51','قمحٌ للسودان','wheat.html','الساحل','','2020-03-01','ar','utf-8','2026-11-27 12:00:00.000000','new',NULL,'{"exact":"{\"desk\":\"اقتصاد\u0010d800\"}"}','قمح للسودان
wheat.html
الساحل',16,2,1,2,1);
INSERT INTO "articles" VALUES(2,'bbbbbbbbbbbbbbbb','b397795713446f523a51a4fc67416d5d12bedaf2195ee0235c384fdeec8bea9a','BBC','wheat.html','الساحل','',NULL,'ar','utf-8','2026-11-27 12:00:00.000000','new',NULL,NULL,'bbc
wheat.html
الساحل',2,0,0,0,0);
CREATE TABLE decisions (
	article_id VARCHAR(16) NOT NULL, 
	id VARCHAR(16) NOT NULL, 
	suggestion_id VARCHAR(16) NOT NULL, 
	verdict VARCHAR(16) NOT NULL, 
	annotator TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	folded TEXT NOT NULL, 
	label TEXT NOT NULL, 
	suggester TEXT NOT NULL, 
	duration_ms INTEGER NOT NULL, 
	scope VARCHAR(16) NOT NULL, 
	CONSTRAINT pk_decisions PRIMARY KEY (article_id, id), 
	CONSTRAINT uq_decisions_article_id_suggestion_id UNIQUE (article_id, suggestion_id), 
	CONSTRAINT fk_decisions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
)
 WITHOUT ROWID

;
INSERT INTO "decisions" VALUES('aaaaaaaaaaaaaaaa','02c2d2b1b4887b02','80dbb4ff49ec7673','reject','سلمى','2026-11-27 12:00:00.000000','أعلن رئيس','PERS','lexicon',0,'here');
CREATE TABLE event_fragments (
	article_id VARCHAR(16) NOT NULL, 
	owner_id VARCHAR(16) NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	CONSTRAINT pk_event_fragments PRIMARY KEY (article_id, owner_id, start), 
	CONSTRAINT fk_event_fragments_article_id_owner_id_events FOREIGN KEY(article_id, owner_id) REFERENCES events (article_id, id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
CREATE TABLE events (
	article_id VARCHAR(16) NOT NULL, 
	id VARCHAR(16) NOT NULL, 
	label TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	pieces INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	annotator TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	duration_ms INTEGER NOT NULL, 
	suggestion_id VARCHAR(16), 
	suggester TEXT, 
	suggester_version TEXT, 
	score FLOAT, 
	attributes JSON, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_events PRIMARY KEY (article_id, id), 
	CONSTRAINT fk_events_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
)
 WITHOUT ROWID

;
INSERT INTO "events" VALUES('aaaaaaaaaaaaaaaa','af9445e6a3d3ec64','SAY',0,4,1,'أعلن','سلمى','2026-11-27 12:00:00.000000',850,NULL,NULL,NULL,NULL,'[["modality","future"],["polarity","لا"]]','');
CREATE TABLE identities (
	id VARCHAR(16) NOT NULL, 
	"key" TEXT NOT NULL, 
	label TEXT NOT NULL, 
	name TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_identities PRIMARY KEY (id), 
	CONSTRAINT uq_identities_key UNIQUE ("key")
);
INSERT INTO "identities" VALUES('b656881624e04bc0','sami-khoury','PERS','sami-khoury','');
CREATE TABLE learned_models (
	number INTEGER NOT NULL, 
	version TEXT NOT NULL, 
	trained_at DATETIME NOT NULL, 
	lessons INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_learned_models PRIMARY KEY (number), 
	CONSTRAINT uq_learned_models_version UNIQUE (version)
);
INSERT INTO "learned_models" VALUES(1,'3f2c','2026-11-27 12:00:00.000000',2,X'00FF');
CREATE TABLE mention_fragments (
	article_id VARCHAR(16) NOT NULL, 
	owner_id VARCHAR(16) NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	CONSTRAINT pk_mention_fragments PRIMARY KEY (article_id, owner_id, start), 
	CONSTRAINT fk_mention_fragments_article_id_owner_id_mentions FOREIGN KEY(article_id, owner_id) REFERENCES mentions (article_id, id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "mention_fragments" VALUES('aaaaaaaaaaaaaaaa','390246025e2abc44',5,9);
INSERT INTO "mention_fragments" VALUES('aaaaaaaaaaaaaaaa','390246025e2abc44',23,29);
CREATE TABLE mentions (
	value TEXT, 
	modifier TEXT, 
	identity_id VARCHAR(16), 
	article_id VARCHAR(16) NOT NULL, 
	id VARCHAR(16) NOT NULL, 
	label TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	pieces INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	annotator TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	duration_ms INTEGER NOT NULL, 
	suggestion_id VARCHAR(16), 
	suggester TEXT, 
	suggester_version TEXT, 
	score FLOAT, 
	attributes JSON, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_mentions PRIMARY KEY (article_id, id), 
	CONSTRAINT fk_mentions_identity_id_identities FOREIGN KEY(identity_id) REFERENCES identities (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_mentions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
)
 WITHOUT ROWID

;
INSERT INTO "mentions" VALUES('x','MID','b656881624e04bc0','aaaaaaaaaaaaaaaa','158335836d1ac44b','PERS',18,29,1,'سامي الخوري','سلمى','2026-11-27 12:00:00.000000',850,NULL,NULL,NULL,NULL,NULL,'a0000d800');
INSERT INTO "mentions" VALUES(NULL,NULL,NULL,'aaaaaaaaaaaaaaaa','390246025e2abc44','PERS',5,29,2,'رئيس الخوري','سلمى','2026-11-27 12:00:00.000000',850,NULL,NULL,NULL,NULL,NULL,'');
CREATE TABLE meta (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_with TEXT NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY (id)
);
INSERT INTO "meta" VALUES(1,'من الإصدار الأول',7,'2026-11-27 13:05:41.145147','0.1.0');
CREATE TABLE operation_changes (
	sequence INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	article_id VARCHAR(16), 
	kind VARCHAR(16) NOT NULL, 
	"before" JSON, 
	"after" JSON, 
	CONSTRAINT pk_operation_changes PRIMARY KEY (sequence, position), 
	CONSTRAINT fk_operation_changes_sequence_operations FOREIGN KEY(sequence) REFERENCES operations (sequence), 
	CONSTRAINT fk_operation_changes_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
)
 WITHOUT ROWID

;
INSERT INTO "operation_changes" VALUES(1,0,NULL,'identity',NULL,'{"id":"b656881624e04bc0","key":"sami-khoury","label":"PERS","name":"sami-khoury"}');
INSERT INTO "operation_changes" VALUES(1,1,'aaaaaaaaaaaaaaaa','mention',NULL,'{"exact":"{\"id\":\"158335836d1ac44b\",\"article_id\":\"aaaaaaaaaaaaaaaa\",\"label\":\"PERS\",\"fragments\":[[18,29]],\"text\":\"سامي الخوري\",\"provenance\":{\"annotator\":\"سلمى\",\"at\":\"2026-11-27T12:00:00+00:00\",\"duration_ms\":850},\"value\":\"x\",\"modifier\":\"MID\",\"identity_id\":\"b656881624e04bc0\",\"note\":\"a\\u0000\u0010d800\"}"}');
INSERT INTO "operation_changes" VALUES(1,2,'aaaaaaaaaaaaaaaa','mention',NULL,'{"id":"390246025e2abc44","article_id":"aaaaaaaaaaaaaaaa","label":"PERS","fragments":[[5,9],[23,29]],"text":"رئيس الخوري","provenance":{"annotator":"سلمى","at":"2026-11-27T12:00:00+00:00","duration_ms":850}}');
INSERT INTO "operation_changes" VALUES(1,3,'aaaaaaaaaaaaaaaa','event',NULL,'{"id":"af9445e6a3d3ec64","article_id":"aaaaaaaaaaaaaaaa","label":"SAY","fragments":[[0,4]],"text":"أعلن","provenance":{"annotator":"سلمى","at":"2026-11-27T12:00:00+00:00","duration_ms":850},"arguments":[{"role":"SPEAKER","mention_id":"158335836d1ac44b"},{"role":"SPEAKER","mention_id":"390246025e2abc44"},{"role":"PLACE","mention_id":"158335836d1ac44b"}],"attributes":[["modality","future"],["polarity","لا"]]}');
INSERT INTO "operation_changes" VALUES(1,4,'aaaaaaaaaaaaaaaa','zone',NULL,'{"article_id":"aaaaaaaaaaaaaaaa","span":[0,10],"zone":"menu","annotator":"سلمى"}');
INSERT INTO "operation_changes" VALUES(2,0,'aaaaaaaaaaaaaaaa','decision',NULL,'{"id":"02c2d2b1b4887b02","article_id":"aaaaaaaaaaaaaaaa","suggestion_id":"80dbb4ff49ec7673","verdict":"reject","annotator":"سلمى","at":"2026-11-27T12:00:00+00:00","folded":"أعلن رئيس","label":"PERS","suggester":"lexicon"}');
INSERT INTO "operation_changes" VALUES(3,0,'bbbbbbbbbbbbbbbb','mention',NULL,'{"id":"26fa08ae977dca0b","article_id":"bbbbbbbbbbbbbbbb","label":"PERS","fragments":[[0,3]],"text":"خبر","provenance":{"annotator":"سلمى","at":"2026-11-27T12:00:00+00:00","duration_ms":850}}');
CREATE TABLE operations (
	sequence INTEGER NOT NULL, 
	id VARCHAR(16) NOT NULL, 
	name TEXT NOT NULL, 
	title JSON NOT NULL, 
	annotator TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	duration_ms INTEGER NOT NULL, 
	parent INTEGER, 
	status VARCHAR(16) NOT NULL, 
	marked_by TEXT, 
	marked_at DATETIME, 
	CONSTRAINT pk_operations PRIMARY KEY (sequence), 
	CONSTRAINT uq_operations_id UNIQUE (id), 
	CONSTRAINT fk_operations_parent_operations FOREIGN KEY(parent) REFERENCES operations (sequence)
);
INSERT INTO "operations" VALUES(1,'2a2b7496f5c62904','everything','{"template":"Edit {what}","one":null,"values":{"what":"everything"}}','سلمى','2026-11-27 12:00:00.000000',0,NULL,'standing',NULL,NULL);
INSERT INTO "operations" VALUES(2,'6b791dbef4720dbd','reject','{"template":"Edit {what}","one":null,"values":{"what":"reject"}}','سلمى','2026-11-27 12:00:00.000000',0,1,'standing',NULL,NULL);
INSERT INTO "operations" VALUES(3,'a72800640037a8e5','tag','{"template":"Edit {what}","one":null,"values":{"what":"tag"}}','سلمى','2026-11-27 12:00:00.000000',0,2,'undone','سلمى','2026-11-27 12:00:00.000000');
CREATE TABLE schemas (
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	version TEXT NOT NULL, 
	content JSON NOT NULL, 
	added_at DATETIME NOT NULL, 
	CONSTRAINT pk_schemas PRIMARY KEY (number)
);
INSERT INTO "schemas" VALUES(1,'news','2','{"name":"news","version":"2","names":{"ar":"أخبار","en":"News"},"mentions":[{"name":"PERS","names":{"ar":"شخص","en":"Person"},"family":"people","key":"p","examples":["سامي الخوري"]},{"name":"LOC","names":{"ar":"مكان","en":"Place"},"family":"places","attributes":["size"]}],"events":[{"name":"SAY","names":{"ar":"قول","en":"Saying"},"roles":["SPEAKER"]}],"roles":[{"name":"SPEAKER","names":{"ar":"قائل","en":"Speaker"},"fillers":["PERS"],"least":1,"most":1}],"zones":[{"name":"menu","names":{"ar":"قائمة","en":"Menu"},"dimmed":true,"labels":[]}],"source":"name: news\n"}','2026-11-27 13:05:41.145147');
CREATE TABLE settings (
	"key" TEXT NOT NULL, 
	value JSON, 
	CONSTRAINT pk_settings PRIMARY KEY ("key")
);
INSERT INTO "settings" VALUES('view','{"sort":"title"}');
CREATE TABLE suggester_runs (
	article_id VARCHAR(16) NOT NULL, 
	suggester TEXT NOT NULL, 
	version TEXT NOT NULL, 
	CONSTRAINT pk_suggester_runs PRIMARY KEY (article_id, suggester), 
	CONSTRAINT fk_suggester_runs_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
)
 WITHOUT ROWID

;
INSERT INTO "suggester_runs" VALUES('aaaaaaaaaaaaaaaa','names','2');
CREATE TABLE suggestion_fragments (
	article_id VARCHAR(16) NOT NULL, 
	owner_id VARCHAR(16) NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	CONSTRAINT pk_suggestion_fragments PRIMARY KEY (article_id, owner_id, start), 
	CONSTRAINT fk_suggestion_fragments_article_id_owner_id_suggestions FOREIGN KEY(article_id, owner_id) REFERENCES suggestions (article_id, id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "suggestion_fragments" VALUES('aaaaaaaaaaaaaaaa','80dbb4ff49ec7673',0,4);
INSERT INTO "suggestion_fragments" VALUES('aaaaaaaaaaaaaaaa','80dbb4ff49ec7673',5,9);
CREATE TABLE suggestion_runs (
	article_id VARCHAR(16) NOT NULL, 
	pipeline_version TEXT NOT NULL, 
	zones JSON, 
	CONSTRAINT pk_suggestion_runs PRIMARY KEY (article_id), 
	CONSTRAINT fk_suggestion_runs_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
);
INSERT INTO "suggestion_runs" VALUES('aaaaaaaaaaaaaaaa','1','[[0,40,"headline",null],[40,60,"body",null]]');
CREATE TABLE suggestions (
	article_id VARCHAR(16) NOT NULL, 
	id VARCHAR(16) NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	label TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	pieces INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	suggester TEXT NOT NULL, 
	suggester_version TEXT NOT NULL, 
	score FLOAT NOT NULL, 
	reason JSON NOT NULL, 
	attributes JSON, 
	value TEXT, 
	modifier TEXT, 
	identity_key TEXT, 
	arguments JSON, identity_score FLOAT, 
	CONSTRAINT pk_suggestions PRIMARY KEY (article_id, id), 
	CONSTRAINT fk_suggestions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
)
 WITHOUT ROWID

;
INSERT INTO "suggestions" VALUES('aaaaaaaaaaaaaaaa','80dbb4ff49ec7673',1,'mention','PERS',0,9,2,'أعلن رئيس','lexicon','1',0.7,'{"template":"Known as {label}","one":null,"values":{"label":"PERS"}}',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "suggestions" VALUES('aaaaaaaaaaaaaaaa','954ab1a590bf6dda',3,'event','SAY',0,4,1,'أعلن','verbs','3',0.4,'{"template":"A verb of saying","one":null,"values":{}}','[["modality","future"]]',NULL,NULL,NULL,'[["SPEAKER","a26789e789a83e58",0.25,{"template":"{count} times","one":"once","values":{"count":3}}],["SPEAKER","a26789e789a83e58",0.25,{"template":"{count} times","one":"once","values":{"count":3}}]]',NULL);
INSERT INTO "suggestions" VALUES('aaaaaaaaaaaaaaaa','a26789e789a83e58',2,'mention','PERS',33,38,1,'بيروت','lexicon','1',0.7,'{"template":"Known as {label}","one":null,"values":{"label":"PERS"}}','[["a","ب"]]','v','APPROX','beirut',NULL,0.75);
CREATE TABLE zones (
	article_id VARCHAR(16) NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	zone TEXT NOT NULL, 
	annotator TEXT, 
	CONSTRAINT pk_zones PRIMARY KEY (article_id, start), 
	CONSTRAINT fk_zones_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
)
 WITHOUT ROWID

;
INSERT INTO "zones" VALUES('aaaaaaaaaaaaaaaa',0,10,'menu','سلمى');
CREATE INDEX ix_articles_outlet ON articles (outlet);
CREATE INDEX ix_articles_state_number ON articles (state, number);
CREATE INDEX ix_articles_published ON articles (published);
CREATE INDEX ix_articles_sha256 ON articles (sha256);
CREATE INDEX ix_operations_status_sequence ON operations (status, sequence);
CREATE INDEX ix_mentions_identity_id ON mentions (identity_id) WHERE identity_id IS NOT NULL;
CREATE INDEX ix_decisions_remembered ON decisions (folded, label, suggester) WHERE verdict = 'reject' AND scope != 'here';
CREATE INDEX ix_operation_changes_article_id_sequence ON operation_changes (article_id, sequence);
CREATE INDEX ix_arguments_article_id_mention_id ON arguments (article_id, mention_id);
CREATE INDEX ix_articles_open_suggestions_number ON articles (open_suggestions, number);
CREATE INDEX ix_articles_search_key_number ON articles (search_key, number);
COMMIT;
