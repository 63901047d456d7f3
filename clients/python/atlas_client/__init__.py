"""Tracks experiments in Atlas."""

from .errors import AtlasError
from .tracker import ExperimentTracker

__all__ = ["AtlasError", "ExperimentTracker"]
