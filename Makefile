# The commands of this repository. Each target does its own setup; scripts are in toolchain/.
# Options: ARGS="..." is passed on to demo, deploy, migrate and bench, KEEP=1 leaves the demo's validator running with a console to look at it,
# OPS=n and SEED=n are for fuzz, CASES=n and SEED=n for can-transfer, FILE=path.csv is for replay, SCRIP_SBF=official|packaged chooses the compiler, SCRIP_CACHE is where things are installed.

SHELL := /usr/bin/env bash
.DEFAULT_GOAL := help
.PHONY: help doctor build cli idl packages client validator demo console deploy migrate test bench fuzz can-transfer replay lint clean

step := toolchain/step.sh
# `make demo --keep` is KEEP=1 too: make itself takes it for its own --keep-going.
keep = $(or $(KEEP),$(findstring k,$(firstword -$(MAKEFLAGS))))
demo_args = $(ARGS) $(if $(keep),--keep)

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

doctor: ## check that this machine has the tools; says nothing when it has
	@toolchain/doctor.sh test

build: ## compile both programs to target/deploy
	@toolchain/doctor.sh build
	@$(step) "compile the programs" toolchain/build.sh

cli: ## compile the command line to target/cli/scrip
	@$(step) "compile the command line" cargo build --profile cli --package scrip-cli

idl: ## write the IDLs of the programs to idl/
	@toolchain/doctor.sh build
	@$(step) "write the IDLs" toolchain/idl.sh

packages: ## install the Node packages when the lockfile changed
	@$(step) "install the Node packages" toolchain/npm-ci.sh

client: idl packages ## generate the TypeScript client from the IDLs
	@$(step) "generate the TypeScript client" npm run --silent generate

validator: build packages ## run a local validator with both programs, in the foreground
	@npm run --silent validator

demo: ## the life of three shares on a local validator (--keep leaves it running, with a console in the browser)
	@toolchain/doctor.sh demo
	@$(step) "compile the programs" toolchain/build.sh
	@$(step) "install the Node packages" toolchain/npm-ci.sh
	@$(if $(keep),$(step) "build the console" npm run --silent build:console)
	@$(step) "demo" npm run --silent demo -- $(demo_args)

console: packages ## build the web console, and serve it with CONFIG=console.json (see docs/console.md)
	@$(step) "build the console" npm run --silent build:console
	@$(if $(CONFIG),npm run --silent console -- $(CONFIG) $(PORT))

deploy: build packages ## deploy both programs to the cluster that SCRIP_RPC_URL names
	@$(step) "deploy" npm run --silent deploy -- $(ARGS)

migrate: build cli packages ## bring a cluster to what SCRIP_DEPLOYMENT (a folder) says; a dry run without ARGS=--yes
	@$(step) "migrate" npm run --silent migrate -- $(ARGS)

test: ## everything: build, compiler self-test, lints, Rust tests, generated files, stories
	@toolchain/test.sh

bench: ## measure compute units and program sizes against bench/baseline.json (UPDATE=1 rewrites it)
	@toolchain/doctor.sh build
	@$(step) "benchmark" bench/run.sh $(ARGS) $(if $(UPDATE),--update)

fuzz: ## random operations against a model, and planted faults that it must catch (OPS=200000 SEED=1)
	@toolchain/doctor.sh build
	@$(step) "compile the programs" toolchain/build.sh
	@toolchain/fuzz.sh $(or $(OPS),200000) $(or $(SEED),1)

can-transfer: build packages ## ask about random transfers, then send them: the answers must agree (CASES=5000 SEED=1)
	@CASES=$(or $(CASES),5000) SEED=$(or $(SEED),1) npx vitest run tests/stories/can-transfer.test.ts

replay: ## recorded corporate actions through the compiled programs (FILE=path.csv)
	@toolchain/doctor.sh build
	@$(step) "compile the programs" toolchain/build.sh
	@cargo run --quiet $(if $(CI),--locked) --package scrip-replay -- $(or $(FILE),crates/rules/testdata/xstocks_corporate_actions.csv)

lint: packages ## formatting, clippy and types
	@$(step) "format" cargo fmt --all --check
	@$(step) "clippy" cargo clippy --workspace --all-targets -- --deny warnings
	@$(step) "typecheck" npm run --silent typecheck

clean: ## remove everything that was built here (the compiler stays in the cache)
	@rm -rf target node_modules clients/ts/dist clients/ts/node_modules app/dist app/node_modules .run
