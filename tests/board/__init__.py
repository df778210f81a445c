"""Tests of deciding, issues and meetings."""
