"""The version of Tawsim: releases and suggestions of built-in suggesters name it."""

VERSION = "0.1.0"
